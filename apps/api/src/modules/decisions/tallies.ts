import { countRound, pivotDoors } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { loadFacts, storedRows, type PivotSets, type RoundFacts } from './facts.repository';
import { PinnedRulesets } from './pinned-rulesets';
import { storedTallyOf, storeTally, type StoredTally } from './projection';
import type { RuledRound } from './standing';

/** How many equally small sets of doors are worth listing on a page. */
const MOST_PIVOT_SETS = 20;

/** Counts rounds. The verdict itself comes from `@jiati/rules` alone. */
@Injectable()
export class Tallies {
  constructor(
    private readonly rulesets: PinnedRulesets,
    private readonly clock: Clock,
  ) {}

  /**
   * Rebuilds the projection of a round from its ballots, whatever the row said before. The caller holds the round's
   * tally lock (or is opening the round), so nothing changes underneath.
   */
  async recount(tx: EntityManager, roundId: string): Promise<StoredTally> {
    const facts = await factsOf(tx, roundId);
    const stored = countFacts(facts);
    const { state, closesAt } = facts.round;
    await storeTally(tx, roundId, stored, state === 'open' ? closesAt : null, this.clock.now());
    return stored;
  }

  /** Counts the ballots as they are now, without touching the projection. */
  async count(tx: EntityManager, roundId: string): Promise<StoredTally> {
    return countFacts(await factsOf(tx, roundId));
  }

  /** The smallest sets of silent doors whose agreement would pass (关键户). */
  async pivotDoors(tx: EntityManager, roundId: string): Promise<PivotSets | null> {
    const facts = await loadFacts(tx, roundId);
    if (!facts) return null;
    const found = pivotDoors(facts.round.ruleset, facts.electorate, facts.ballots, { maxSets: MOST_PIVOT_SETS });
    return found.ok ? found.value : null;
  }

  /** The projections of some rounds, one row each. */
  async stored(
    tx: EntityManager,
    roundIds: readonly string[],
  ): Promise<Map<string, StoredTally & RuledRound & { countedAt: Date; intakeFits: boolean }>> {
    const rows = roundIds.length === 0 ? [] : await storedRows(tx, roundIds);
    const rulesets = await this.rulesets.of(tx, rows);
    return new Map(
      rows.map((row) => {
        const { state, countedAt, intakeFits } = row;
        const ruleset = rulesets.get(row.rulesetHash)!;
        return [row.roundId, { ...storedTallyOf(row, ruleset, state), state, ruleset, countedAt, intakeFits }];
      }),
    );
  }
}

async function factsOf(tx: EntityManager, roundId: string): Promise<RoundFacts> {
  const facts = await loadFacts(tx, roundId);
  if (!facts) throw new Error(`round ${roundId} was never opened and cannot be counted`);
  return facts;
}

function countFacts({ round, electorate, ballots, phase }: RoundFacts): StoredTally {
  const counted = countRound(round.ruleset, electorate, ballots, { phase });
  if (!counted.ok) throw new Error(`round ${round.id} cannot be counted: ${JSON.stringify(counted.problems)}`);
  return { ...counted.value, countedHouseholds: ballots.length };
}
