import { useParams, useSearchParams } from 'react-router-dom';
import { newId } from '../../api/client';
import { useRound } from '../../api/rounds';
import type { Round, ScopeKind } from '@jiati/contracts';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { draft as copy, round as roundCopy } from '../../copy/rounds';
import type { DraftForm } from '../../lib/draft';
import { plainYuan } from '../../lib/format';
import { addDays, wallClock } from '../../lib/shanghai';
import { DraftWizard } from './draft/draft-wizard';

/** A new round (`?scope=stairwell:ID&estate=ID` fills in the scope), or a draft once more. */
export function DraftPage() {
  const { roundId } = useParams();
  const query = useRound(roundId);
  const [params] = useSearchParams();
  if (!roundId) return <DraftWizard isNew initial={blank(params)} />;
  if (query.data) return <DraftWizard isNew={false} initial={fromRound(query.data)} />;
  return (
    <Page title={copy.editTitle} back={{ to: '/rounds', label: roundCopy.back }}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function blank(params: URLSearchParams): DraftForm {
  const [kind = '', scopeId = ''] = (params.get('scope') ?? '').split(':');
  const scopeKind: ScopeKind = kind === 'building' || kind === 'estate' ? kind : 'stairwell';
  return {
    id: newId(),
    estateId: params.get('estate') ?? '',
    scopeKind,
    scopeId,
    rulesetId: '',
    title: '',
    statement: '',
    schemeText: '',
    total: '',
    subsidy: '0',
    method: 'floor_coefficient',
    coefficients: {},
    amounts: {},
    agreementText: '',
    // A fortnight, until the evening: people are at home then.
    closesDate: addDays(wallClock(new Date()).date, 14),
    closesTime: '20:00',
  };
}

function fromRound(round: Round): DraftForm {
  const closes = wallClock(round.closesAt);
  return {
    id: round.id,
    estateId: round.estateId,
    scopeKind: round.scopeKind,
    scopeId: round.scopeId,
    rulesetId: round.rulesetId,
    title: round.title,
    statement: round.statement,
    schemeText: round.schemeText,
    total: plainYuan(round.costTable.totalFen),
    subsidy: plainYuan(round.costTable.subsidyFen),
    method: round.costTable.method,
    coefficients: {},
    amounts: Object.fromEntries(round.costTable.rows.map((row) => [row.householdId, plainYuan(row.amountFen)])),
    agreementText: round.agreementText,
    closesDate: closes.date,
    closesTime: closes.time,
  };
}
