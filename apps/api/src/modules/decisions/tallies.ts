import { countRound, pivotDoors } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { loadFacts, storedTallies, storeTally, type PivotSets, type StoredTally } from './facts.repository';

/** How many equally small sets of doors are worth listing on a page. */
const MOST_PIVOT_SETS = 20;

/** Counts rounds. The verdict itself comes from `@jiati/rules` alone. */
@Injectable()
export class Tallies {
  constructor(private readonly clock: Clock) {}

  /**
   * Rebuilds the projection of a round from its ballots: the one function that writes it. The caller holds the round's
   * tally lock (or is opening the round), so nothing changes underneath.
   */
  async recount(tx: EntityManager, roundId: string): Promise<StoredTally> {
    const stored = await this.count(tx, roundId);
    await storeTally(tx, roundId, stored, this.clock.now());
    return stored;
  }

  /** Counts the ballots as they are now, without touching the projection. */
  async count(tx: EntityManager, roundId: string): Promise<StoredTally> {
    const facts = await loadFacts(tx, roundId);
    if (!facts) throw new Error(`round ${roundId} was never opened and cannot be counted`);
    const counted = countRound(facts.round.ruleset, facts.electorate, facts.ballots, { phase: facts.phase });
    if (!counted.ok) throw new Error(`round ${roundId} cannot be counted: ${JSON.stringify(counted.problems)}`);
    return { ...counted.value, countedHouseholds: facts.ballots.length };
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
  ): Promise<Map<string, StoredTally & { countedAt: Date }>> {
    return roundIds.length === 0 ? new Map() : storedTallies(tx, roundIds);
  }
}
