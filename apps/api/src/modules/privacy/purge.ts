import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { RETENTION_RULES, type RetentionRule } from './retention-rules';

const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 1_000;

/** What a rule would do, or did. */
export interface PurgeLine {
  rule: RetentionRule;
  /** As it was run: the default or the office's own. */
  days: number;
  rows: number;
  /** When the time of the oldest row began to run; null when there is none. */
  oldestAt: Date | null;
}

/** Days by rule where the office has its own; the rules' defaults elsewhere. */
export type OwnDays = ReadonlyMap<string, number>;

/**
 * What has been kept long enough. Looks first: `preview` changes nothing. `apply` works in batches, each with its audit
 * line in one transaction, and finds nothing the second time. Runs as whoever owns the tables.
 */
@Injectable()
export class Purge {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** How many rows each rule would touch, and since when the oldest of them is there. */
  async preview(own: OwnDays = new Map()): Promise<PurgeLine[]> {
    return this.transactions.snapshot(async (tx) => {
      const lines: PurgeLine[] = [];
      for (const rule of RETENTION_RULES) lines.push(await this.look(tx, rule, daysOf(rule, own)));
      return lines;
    });
  }

  /** Does it, rule by rule. */
  async apply(own: OwnDays = new Map()): Promise<PurgeLine[]> {
    const lines: PurgeLine[] = [];
    for (const rule of RETENTION_RULES) {
      const days = daysOf(rule, own);
      const found = await this.transactions.read((tx) => this.look(tx, rule, days));
      // A rule that finds nothing locks nothing either.
      lines.push(found.rows === 0 ? found : { ...found, rows: await this.applyRule(rule, days) });
    }
    return lines;
  }

  private async look(tx: EntityManager, rule: RetentionRule, days: number): Promise<PurgeLine> {
    const [row] = await tx.query<{ rows: number; oldest_at: Date | null }[]>(
      `SELECT count(*) AS rows, min(${rule.since}) AS oldest_at FROM ${rule.table} t WHERE ${due(rule)}`,
      [this.before(days)],
    );
    return { rule, days, rows: row?.rows ?? 0, oldestAt: row?.oldest_at ?? null };
  }

  private async applyRule(rule: RetentionRule, days: number): Promise<number> {
    const before = this.before(days);
    for (let done = 0; ;) {
      const rows = await this.transactions.run((tx) => this.batch(tx, rule, before));
      done += rows;
      if (rows < ROWS_AT_ONCE) return done;
    }
  }

  private async batch(tx: EntityManager, rule: RetentionRule, before: Date): Promise<number> {
    const { table, liftsTrigger: trigger } = rule;
    // A rollback brings the trigger back as well; only the owner of the table may lift it.
    if (trigger) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
    const [, rows] = await tx.query<[unknown[], number]>(statementOf(rule), [before]);
    if (trigger) await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
    if (rows > 0) {
      const subject = { subjectKind: 'retention_rule', subjectId: rule.id };
      const detail = { table, rows, before: before.toISOString(), action: rule.action.kind };
      await this.audit.record(tx, { actor: null, action: 'retention.purge', ...subject, detail });
    }
    return rows;
  }

  private before(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }
}

const daysOf = (rule: RetentionRule, own: OwnDays): number => own.get(rule.id) ?? rule.days;

const due = ({ since, where }: RetentionRule): string => `(${since}) <= $1 AND ${where}`;

/** One batch. The rows are chosen and locked first; what somebody else holds waits for the next run. */
function statementOf(rule: RetentionRule): string {
  const chosen = `WITH chosen AS (
    SELECT t.ctid FROM ${rule.table} t WHERE ${due(rule)} LIMIT ${ROWS_AT_ONCE} FOR UPDATE OF t SKIP LOCKED)`;
  return rule.action.kind === 'delete'
    ? `${chosen} DELETE FROM ${rule.table} t USING chosen WHERE t.ctid = chosen.ctid`
    : `${chosen} UPDATE ${rule.table} t SET ${rule.action.set} FROM chosen WHERE t.ctid = chosen.ctid`;
}
