import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { openedRounds, type CountableRoundRow } from './facts.repository';
import { Tallies } from './tallies';
import { tallyInSql, type SqlTally } from './tally.sql';
import type { StoredTally } from './projection';

/** Something that does not follow from a round's ballots. */
export interface Difference {
  roundId: string;
  title: string;
  where: 'stored' | 'announced' | 'sql' | 'uncountable';
  what: string;
}

/** What was counted, and what differed. */
export interface RecountReport {
  rounds: number;
  countedHouseholds: number;
  differences: Difference[];
}

/** The most rounds whose counts are held in memory together. */
const AT_ONCE = 500;

/**
 * Counts every round that was ever opened anew and compares: the projection, the announced decision, and the count the
 * database makes by itself with none of the same code.
 */
@Injectable()
export class RecountRounds {
  constructor(private readonly tallies: Tallies) {}

  /** Changes nothing. @param tx of one snapshot */
  async execute(tx: EntityManager): Promise<RecountReport> {
    const rounds = await openedRounds(tx);
    const report: RecountReport = { rounds: rounds.length, countedHouseholds: 0, differences: [] };
    for (let first = 0; first < rounds.length; first += AT_ONCE) {
      await this.recount(tx, rounds.slice(first, first + AT_ONCE), report);
    }
    return report;
  }

  private async recount(tx: EntityManager, rounds: CountableRoundRow[], report: RecountReport): Promise<void> {
    const ids = rounds.map((round) => round.id);
    const stored = await this.tallies.stored(tx, ids);
    const bySql = new Map((await tallyInSql(tx, ids)).map((tally) => [tally.roundId, tally]));
    for (const round of rounds) {
      const note = (where: Difference['where'], what: string): void => {
        report.differences.push({ roundId: round.id, title: round.title, where, what });
      };
      try {
        const counted = await this.tallies.count(tx, round.id);
        report.countedHouseholds += counted.countedHouseholds;
        for (const what of differingProjection(stored.get(round.id), counted)) note('stored', what);
        for (const what of differingDecision(round, counted)) note('announced', what);
        for (const what of differingSql(round, bySql.get(round.id), counted)) note('sql', what);
      } catch (error) {
        note('uncountable', error instanceof Error ? error.message : String(error));
      }
    }
  }
}

/** The decision is not stored: it follows from the tally. */
function differingProjection(
  stored: (StoredTally & { intakeFits: boolean }) | undefined,
  counted: StoredTally,
): string[] {
  if (!stored) return ['round_tallies'];
  const parts: (keyof StoredTally)[] = ['tally', 'countedHouseholds'];
  const differing: string[] = parts.filter((part) => !isDeepStrictEqual(plain(stored[part]), plain(counted[part])));
  return stored.intakeFits ? differing : [...differing, 'open_until'];
}

function differingDecision({ state, decision }: CountableRoundRow, counted: StoredTally): string[] {
  if (state !== 'announced' && state !== 'settled') return decision === null ? [] : ['decision'];
  return isDeepStrictEqual(plain(decision), plain(counted.decision)) ? [] : ['decision'];
}

function differingSql(round: CountableRoundRow, sql: SqlTally | undefined, { tally, decision }: StoredTally): string[] {
  if (!sql) return ['entitlements'];
  const held = { heads: tally.held.length, areaDm2: tally.held.reduce((sum, { areaDm2 }) => sum + areaDm2, 0) };
  const amounts = ['electorate', 'for', 'against', 'abstain', 'silent'] as const;
  const found: string[] = amounts.filter((amount) => !isDeepStrictEqual(plain(sql[amount]), plain(tally[amount])));
  if (!isDeepStrictEqual(plain(sql.held), held)) found.push('held');
  if (sql.unknownAreas !== tally.unknownArea.length) found.push('unknownArea');
  const checks = decision.checks.map(({ gateId, part, whole, required, met }) => ({
    gateId,
    part,
    whole,
    required,
    met,
  }));
  if (!isDeepStrictEqual(plain(sql.checks), checks)) found.push('checks');
  if (round.state !== 'open' && sql.verdictIfClosed !== decision.verdict) found.push('verdict');
  return found;
}

/** As it would come back from the database. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
