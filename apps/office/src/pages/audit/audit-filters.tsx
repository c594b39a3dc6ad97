import { Button, Select } from 'antd';
import { useState } from 'react';
import { usePeopleFound } from '../../api/people';
import { DateField } from '../../components/date-field';
import { Field } from '../../components/field';
import { FoundSelect } from '../../components/found-select';
import { EstateFilter, LabelFilter } from '../../components/list-filters';
import { audit as copy, auditActions } from '../../copy/audit';
import { mayOpen, type DeskRole } from '../../lib/desks';
import { subjectWords } from '../../lib/audit-words';
import './audit-page.css';

interface AuditFiltersProps {
  params: URLSearchParams;
  set: (changes: Record<string, string>) => void;
  role: DeskRole;
  /** Of whoever the list is narrowed down to, as the list itself says. */
  actorName: string;
}

const groups = Object.entries(auditActions) as [keyof typeof auditActions, Record<string, string>][];
/** What an operator never reads. */
const aboutSecurity: (keyof typeof auditActions)[] = ['account', 'session', 'privacy'];

/** When, who, what, where; all of it stands in the address. */
export function AuditFilters({ params, set, role, actorName }: AuditFiltersProps) {
  const get = (name: string) => params.get(name) ?? '';
  const isOperator = role === 'operator';
  const shownGroups = groups.filter(([group]) => !isOperator || aboutSecurity.includes(group));
  const subjectKind = get('subjectKind');
  return (
    <div className="stack-tight">
      <div className="audit-filters">
        <DateField label={copy.from} value={get('from')} onChange={(on) => set({ from: on })} />
        <DateField label={copy.until} min={get('from')} value={get('until')} onChange={(on) => set({ until: on })} />
        <PersonFilter actorId={get('actorId')} actorName={actorName} onChoose={(actorId) => set({ actorId })} />
        <Field label={copy.action}>
          {({ status: _status, ...ids }) => (
            <Select
              {...ids}
              showSearch
              optionFilterProp="label"
              popupMatchSelectWidth={false}
              value={get('action')}
              onChange={(action) => set({ action })}
              options={[
                { value: '', label: copy.allActions },
                ...shownGroups.map(([group, actions]) => ({
                  label: copy.groups[group],
                  options: Object.entries(actions).map(([value, label]) => ({ value, label })),
                })),
              ]}
            />
          )}
        </Field>
      </div>
      <div className="row">
        {!isOperator && (
          <LabelFilter
            label={copy.category}
            all={copy.allCategories}
            labels={copy.categories}
            value={get('category')}
            onChange={(category) => set({ category })}
          />
        )}
        {mayOpen(role, 'roll') && <EstateFilter value={get('estateId')} onChange={(estateId) => set({ estateId })} />}
        {subjectKind && get('subjectId') && <span>{copy.onlySubject(subjectWords(subjectKind))}</span>}
        {params.size > 0 && (
          <Button onClick={() => set(Object.fromEntries([...params.keys()].map((name) => [name, ''])))}>
            {copy.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Found by part of the name; whoever was chosen from the table stands here too. */
function PersonFilter({
  actorId,
  actorName,
  onChoose,
}: {
  actorId: string;
  actorName: string;
  onChoose: (actorId: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const found = usePeopleFound(typed).data;
  return (
    <Field label={copy.person}>
      {({ status: _status, ...ids }) => (
        <FoundSelect
          {...ids}
          value={actorId}
          onChange={onChoose}
          typed={typed}
          onType={setTyped}
          found={(found?.people ?? []).map((person) => ({ value: person.accountId, label: person.displayName }))}
          hasMore={Boolean(found?.next)}
          chosen={actorName || actorId}
          all={copy.allPeople}
        />
      )}
    </Field>
  );
}
