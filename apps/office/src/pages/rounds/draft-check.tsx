import { formatDeadline, formatMoment, formatMoney } from '@jiati/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ScopeDoor } from '../../api/scope';
import type { Round, Ruleset } from '@jiati/contracts';
import { Loaded } from '../../components/loaded';
import { StateTag } from '../../components/state-tag';
import { round as copy } from '../../copy/rounds';

const words = copy.check;
const tones = { ok: 'main', look: 'waiting', stop: 'problem' } as const;

interface DraftCheckProps {
  round: Round;
  ruleset: Ruleset | undefined;
  scope: { doors: readonly ScopeDoor[]; pending: boolean; error: unknown };
}

/** Everything worth a look before a round is opened, each in a sentence with what to do about it. */
export function DraftCheck({ round, ruleset, scope }: DraftCheckProps) {
  return (
    <section className="card stack-tight" aria-labelledby="draft-check">
      <h2 id="draft-check">{words.title}</h2>
      <Loaded
        query={{
          data: scope.pending ? undefined : scope.doors,
          error: scope.error,
          isPending: scope.pending,
          refetch: () => undefined,
        }}
      >
        {(doors) => (
          <ul className="check-list">
            {checksOf(round, ruleset, doors).map((check) => (
              <li key={check.key}>
                <StateTag tone={tones[check.mark]}>{words[check.mark]}</StateTag>
                <span>{check.text}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

interface CheckLine {
  key: string;
  mark: keyof typeof tones;
  text: ReactNode;
}

function checksOf(round: Round, ruleset: Ruleset | undefined, doors: readonly ScopeDoor[]): CheckLine[] {
  const unknown = doors.filter((door) => door.areaDm2 === null);
  const sumFen = round.costTable.rows.reduce((sum, row) => sum + row.amountFen, 0);
  const dueFen = round.costTable.totalFen - round.costTable.subsidyFen;
  const past = new Date(round.closesAt) <= new Date();
  const name = ruleset?.name ?? round.rulesetId;
  const areaLine: CheckLine =
    unknown.length === 0
      ? { key: 'areas', mark: 'ok', text: words.areasKnown }
      : {
          key: 'areas',
          mark: 'look',
          text: (
            <>
              {words.areasUnknown(unknown.map((door) => door.roomNo).join('、'))}{' '}
              <Link to={`/roll/${round.estateId}/${unknown[0]?.stairwellId}`}>{words.goRoll}</Link>
            </>
          ),
        };
  return [
    doors.length > 0
      ? { key: 'households', mark: 'ok', text: words.households(doors.length) }
      : { key: 'households', mark: 'stop', text: words.noHouseholds },
    ...(doors.length > 0 ? [areaLine] : []),
    sumFen === dueFen
      ? { key: 'cost', mark: 'ok', text: words.costOk(formatMoney(sumFen)) }
      : { key: 'cost', mark: 'stop', text: words.costWrong(formatMoney(sumFen), formatMoney(dueFen)) },
    past
      ? { key: 'closes', mark: 'stop', text: words.closesPast(formatMoment(round.closesAt)) }
      : { key: 'closes', mark: 'ok', text: words.closesOk(formatDeadline(round.closesAt, new Date())) },
    ruleset?.verified
      ? { key: 'ruleset', mark: 'ok', text: words.rulesetVerified(name) }
      : { key: 'ruleset', mark: 'look', text: words.rulesetUnverified(name) },
    {
      key: 'electronic',
      mark: ruleset?.electronicBallots === 'binding' ? 'ok' : 'look',
      text: ruleset?.electronicBallots === 'binding' ? words.binding : words.preparatory,
    },
  ];
}
