import { bindingStateLabels, relationLabels } from '@jiati/contracts';
import { useBindings } from '../../api/bindings';
import { useDeskRole } from '../../api/session';
import { ButtonLink } from '../../components/button-link';
import { EstateFilter, LabelFilter } from '../../components/list-filters';
import { Loaded } from '../../components/loaded';
import { More } from '../../components/more';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { chosenOf, useFilters } from '../../components/use-filters';
import { bindings as copy } from '../../copy/bindings';
import { common } from '../../copy/common';
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
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.bindings);
            if (rows.length > 0)
              return (
                <>
                  <BindingTable rows={rows} writes={writes} />
                  <More shown={rows.length} list={list} />
                </>
              );
            return params.size > 0 ? (
              <NothingHere title={common.emptyFiltered}>{common.emptyFilteredHint}</NothingHere>
            ) : (
              <NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}
