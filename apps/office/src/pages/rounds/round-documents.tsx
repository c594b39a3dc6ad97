import { formatMoney } from '@jiati/contracts';
import { Collapse } from 'antd';
import type { ScopeDoor } from '../../api/scope';
import type { Round } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { Facts, type Fact } from '../../components/facts';
import { draft, round as copy } from '../../copy/rounds';
import { roll } from '../../copy/roll';
import { yuan } from '../../lib/format';

/**
 * What residents are shown, word for word, and the check sums taken at opening. The shares stand by their doors, so
 * only those who see the roll are shown them.
 */
export function RoundDocuments({ round, doors }: { round: Round; doors: readonly ScopeDoor[] }) {
  const hashes = hashesOf(round);
  return (
    <section className="stack-tight" aria-labelledby="round-documents">
      <h2 id="round-documents">{copy.documents}</h2>
      <Collapse
        defaultActiveKey={round.state === 'draft' ? ['statement', 'scheme', 'cost', 'agreement'] : ['statement']}
        items={[
          { key: 'statement', label: copy.statement, children: <p className="full-text measure">{round.statement}</p> },
          { key: 'scheme', label: copy.scheme, children: <p className="full-text measure">{round.schemeText}</p> },
          { key: 'cost', label: copy.costTable, children: <CostTable round={round} doors={doors} /> },
          {
            key: 'agreement',
            label: copy.agreement,
            children: <p className="full-text measure">{round.agreementText}</p>,
          },
          ...(hashes.length > 0
            ? [
                {
                  key: 'hashes',
                  label: copy.frozen,
                  children: (
                    <div className="stack-tight">
                      <p className="quiet">{copy.frozenHint}</p>
                      <Facts compact facts={hashes} />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function CostTable({ round, doors }: { round: Round; doors: readonly ScopeDoor[] }) {
  const { costTable } = round;
  const doorOf = new Map(doors.map((door) => [door.householdId, door]));
  const severalPlaces = new Set(doors.map((door) => door.place)).size > 1;
  const sumFen = costTable.rows.reduce((sum, row) => sum + row.amountFen, 0);
  const rows = costTable.rows.map((row) => ({ ...row, door: doorOf.get(row.householdId) }));
  return (
    <div className="stack-tight">
      <Facts
        compact
        facts={[
          [copy.facts.total, formatMoney(costTable.totalFen)],
          [copy.facts.subsidy, formatMoney(costTable.subsidyFen)],
          [copy.facts.shared, formatMoney(sumFen)],
          [copy.facts.method, draft.cost.methods[costTable.method]],
        ]}
      />
      {doors.length > 0 && (
        <DataTable
          aria-label={copy.costCaption}
          size="small"
          rowKey="householdId"
          minWidth={420}
          rows={rows}
          columns={[
            ...(severalPlaces
              ? [{ title: draft.cost.place, render: (_: unknown, row: (typeof rows)[number]) => row.door?.place }]
              : []),
            { title: copy.roomNo, render: (_, row) => row.door?.roomNo ?? '' },
            {
              title: copy.floor,
              align: 'right',
              render: (_, row) => (row.door ? roll.stairwell.floorValue(row.door.floor) : ''),
            },
            { title: copy.amount, align: 'right', render: (_, row) => yuan(row.amountFen) },
          ]}
        />
      )}
    </div>
  );
}

function hashesOf(round: Round): Fact[] {
  const named: [string, string | null][] = [
    [copy.hashes.scheme, round.schemeHash],
    [copy.hashes.costTable, round.costTableHash],
    [copy.hashes.agreement, round.agreementHash],
    [copy.hashes.ruleset, round.rulesetHash],
    [copy.hashes.electorate, round.electorateHash],
  ];
  return named
    .filter(([, hash]) => hash !== null)
    .map(([label, hash]) => [
      label,
      <code key={label} className="small">
        {hash}
      </code>,
    ]);
}
