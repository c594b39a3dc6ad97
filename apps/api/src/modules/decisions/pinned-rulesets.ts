import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * The rulesets rounds were opened under, by their hash. What a hash stands for never changes, so each is read from the
 * database once in the life of the process; a town has a handful of them, however many rounds.
 */
@Injectable()
export class PinnedRulesets {
  private readonly known = new Map<string, Ruleset>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The rulesets of some rounds. @param rounds rounds that were opened, each with the hash pinned at opening */
  async of(
    tx: EntityManager,
    rounds: readonly { roundId: string; rulesetHash: string }[],
  ): Promise<ReadonlyMap<string, Ruleset>> {
    const missing = new Map(
      rounds.filter(({ rulesetHash }) => !this.known.has(rulesetHash)).map((each) => [each.rulesetHash, each.roundId]),
    );
    if (missing.size > 0) {
      const rows: { rulesetHash: string; ruleset: Ruleset }[] = await tx.query(
        `SELECT ruleset_hash AS "rulesetHash", ruleset FROM consultation_rounds WHERE id = ANY($1)`,
        [[...missing.values()]],
      );
      for (const { rulesetHash, ruleset } of rows) this.known.set(rulesetHash, frozen(ruleset));
    }
    return this.known;
  }

  /** The same outside any transaction. */
  async outside(rounds: readonly { roundId: string; rulesetHash: string }[]): Promise<ReadonlyMap<string, Ruleset>> {
    return this.of(this.dataSource.manager, rounds);
  }
}

/** Frozen throughout: whoever gets it cannot change it for the others, and the rules need check it only once. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
