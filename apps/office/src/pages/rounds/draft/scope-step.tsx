import { Radio, Select } from 'antd';
import { useEffect, useId } from 'react';
import { useEstatesFound, useStairwells } from '../../../api/roll';
import type { ScopeKind, StairwellSummary } from '@jiati/contracts';
import { EstateSelect } from '../../../components/estate-select';
import { Field } from '../../../components/field';
import { draft } from '../../../copy/rounds';
import type { StepProps } from './step-props';

const copy = draft.scope;
const kinds: ScopeKind[] = ['stairwell', 'building', 'estate'];

/** Who is asked: the scope is chosen apart from who benefits. */
export function ScopeStep({ form, set, gaps, doors }: StepProps) {
  const within = useEstatesFound('').data?.estates ?? [];
  const stairwells = useStairwells(form.estateId || undefined).data ?? [];
  const kindLabel = useId();
  const onlyEstate = form.estateId === '' && within.length === 1 ? within[0]?.id : undefined;
  useEffect(() => {
    if (onlyEstate) set({ estateId: onlyEstate });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the only estate is known
  }, [onlyEstate]);
  const options =
    form.scopeKind === 'stairwell'
      ? stairwells.map((item) => ({ value: item.id, label: `${item.buildingName} ${item.name}` }))
      : buildingsOf(stairwells);
  const chooseKind = (scopeKind: ScopeKind) =>
    set({ scopeKind, scopeId: scopeKind === 'estate' ? form.estateId : '', amounts: {}, coefficients: {} });
  const chooseEstate = (estateId: string) =>
    set({ estateId, scopeId: form.scopeKind === 'estate' ? estateId : '', amounts: {}, coefficients: {} });
  return (
    <>
      <Field label={copy.estate} problem={gaps.includes('estate') && copy.estateRequired}>
        {({ status, ...ids }) => (
          <EstateSelect {...ids} status={status} value={form.estateId} none={copy.noEstate} onChange={chooseEstate} />
        )}
      </Field>
      <div className="field">
        <span id={kindLabel}>{copy.kind}</span>
        <Radio.Group
          className="choice-list"
          aria-labelledby={kindLabel}
          value={form.scopeKind}
          onChange={(event) => chooseKind(event.target.value as ScopeKind)}
        >
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              disabled={kind === 'building' && stairwells.length > 0 && buildingsOf(stairwells).length === 0}
            >
              <span className="choice-title">{copy.kinds[kind]}</span>
              <span className="quiet choice-line">{copy.kindHints[kind]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {form.scopeKind !== 'estate' && (
        <Field
          label={form.scopeKind === 'stairwell' ? copy.stairwell : copy.building}
          problem={gaps.includes('scope') && copy.which}
        >
          {({ status, ...ids }) => (
            <Select
              {...ids}
              status={status}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={form.estateId === ''}
              value={form.scopeId || undefined}
              onChange={(scopeId: string) => set({ scopeId, amounts: {}, coefficients: {} })}
              options={options}
            />
          )}
        </Field>
      )}
      {doors.length > 0 && (
        <p role="status">{copy.count(doors.length, doors.filter((door) => door.areaDm2 === null).length)}</p>
      )}
    </>
  );
}

function buildingsOf(stairwells: readonly StairwellSummary[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const item of stairwells) if (item.buildingId) names.set(item.buildingId, item.buildingName);
  return [...names].map(([value, label]) => ({ value, label }));
}
