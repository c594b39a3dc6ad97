import { bindingStateLabels, relationLabels } from '@jiati/contracts';
import { useBindings } from '../../api/bindings';
import { useDeskRole } from '../../api/session';
import { ButtonLink } from '../../components/button-link';
import { EstateFilter, LabelFilter } from '../../components/list-filters';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { chosenOf, useFilters } from '../../components/use-filters';
import { bindings as copy } from '../../copy/bindings';
import { mayWrite } from '../../lib/desks';
import { BindingTable } from './binding-table';

// A proxy is made by a letter, never bound.
const { proxy: _proxy, ...boundRelationLabels } = relationLabels;

/** Who belongs to which household; the filters stand in the address. */
export function BindingsPage() {
  const { params, set } = useFilters();
  const estateId = params.get('estateId') ?? '';
  const state = chosenOf(params, 'state', bindingStateLabels);
  const relation = chosenOf(params, 'relation', boundRelationLabels);
  const list = useBindings({ estateId: estateId || undefined, state, relation });
  const writes = mayWrite(useDeskRole());
  return (
    <Page
      title={copy.title}
      lead={copy.lead}
      actions={<ButtonLink to="/reviews?state=approved&kind=proxy_authorisation">{copy.letters}</ButtonLink>}
    >
      <div className="stack-tight">
        <div className="row">
          <LabelFilter
            label={copy.state}
            all={copy.allStates}
            labels={bindingStateLabels}
            value={state ?? ''}
            onChange={(value) => set({ state: value })}
          />
          <LabelFilter
            label={copy.relation}
            all={copy.allRelations}
            labels={boundRelationLabels}
            value={relation ?? ''}
            onChange={(value) => set({ relation: value })}
          />
          <EstateFilter value={estateId} onChange={(value) => set({ estateId: value })} />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.bindings}
          isFiltered={params.size > 0}
          empty={<NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>}
        >
          {(rows) => <BindingTable rows={rows} writes={writes} />}
        </Paged>
      </div>
    </Page>
  );
}
