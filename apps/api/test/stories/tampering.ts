import type { EntityManager } from 'typeorm';

/** A number from 0 up to 1. */
type Random = () => number;

/** A row of a table of the vote, and by what words a finding may name it. */
export interface Target {
  table: string;
  /** Picks the row out of its table. */
  where: string;
  names: RegExp;
}

/** One thing done to stored rows, and what must be named. */
export interface Tampering {
  statements: string[];
  names: RegExp;
}

const LAST = '末尾';
const ROUND = /规则|名单|题目|方案|分摊表|协议|截止|开始|公布|状态|作废|announced|sql:|stored:|uncountable/;
const escaped = (...words: string[]) => words.join('|');

/** By what an own row of a table is known, and the words for where it belongs. `$1` is the round. */
const ROWS: Record<string, string> = {
  ballots: `SELECT format('id = %L', v.id) AS "where", v.id::text || '|' || e.room_no || ' 室' AS names
    FROM ballots v JOIN entitlements e USING (round_id, household_id) WHERE v.round_id = $1`,
  chain_events: `SELECT format('round_id = %L AND seq = %s', k.round_id, k.seq) AS "where",
    '第 ' || k.seq || ' 条' || CASE WHEN k.seq = max(k.seq) OVER () THEN '|${LAST}' ELSE '' END AS names
    FROM chain_events k WHERE k.round_id = $1`,
  round_tallies: `SELECT format('round_id = %L', round_id) AS "where", '${LAST}|stored:' AS names FROM round_tallies WHERE round_id = $1`,
  entitlements: `SELECT format('round_id = %L AND household_id = %L', round_id, household_id) AS "where",
    '应表决名单|' || room_no || ' 室' AS names FROM entitlements WHERE round_id = $1`,
  consultation_rounds: `SELECT format('id = %L', id) AS "where", NULL AS names FROM consultation_rounds WHERE id = $1`,
  motions: `SELECT format('round_id = %L', round_id) AS "where", NULL AS names FROM motions WHERE round_id = $1`,
  submissions: `SELECT format('id = %L', id) AS "where", ballot_id::text AS names FROM submissions WHERE round_id = $1`,
  reviews: `SELECT format('id = %L', w.id) AS "where", s.ballot_id::text AS names
    FROM reviews w JOIN submissions s ON s.id = w.submission_id WHERE s.round_id = $1`,
  cases: `SELECT format('c.id = %L', c.id) AS "where", string_agg(k.ballot_id::text, '|') AS names
    FROM cases c JOIN case_ballots k ON k.case_id = c.id WHERE c.round_id = $1 GROUP BY c.id`,
  case_ballots: `SELECT format('ballot_id = %L', k.ballot_id) AS "where", k.ballot_id::text AS names
    FROM case_ballots k JOIN ballots v ON v.id = k.ballot_id WHERE v.round_id = $1`,
  case_settlements: `SELECT format('id = %L', t.id) AS "where", string_agg(k.ballot_id::text, '|') AS names
    FROM case_settlements t JOIN case_ballots k USING (case_id) JOIN cases c ON c.id = t.case_id
   WHERE c.round_id = $1 GROUP BY t.id`,
};

export const TABLES = Object.keys(ROWS);

/** What another value of a column is, where its type alone does not say. */
const OTHERS: Record<string, string> = {
  'ballots.choice': `CASE choice WHEN 'for' THEN 'against' ELSE 'for' END`,
  'ballots.channel': `CASE channel WHEN 'self_service' THEN 'proxy' ELSE 'self_service' END`,
  'ballots.signer_relation': `CASE signer_relation WHEN 'owner' THEN 'co_owner' ELSE 'owner' END`,
  'ballots.identity_check': `CASE identity_check WHEN 'identity_card' THEN 'known_in_person' ELSE 'identity_card' END`,
  'chain_events.seq': 'seq + 100',
  'chain_events.kind': `CASE kind WHEN 'void' THEN 'close' ELSE 'void' END`,
  'chain_events.salts': `jsonb_set(coalesce(salts, '{}'), '{door}', '"0"')`,
  'round_tallies.special': `jsonb_set(special, '{unknownArea}', '["x"]')`,
  'entitlements.tenure': `CASE tenure WHEN 'commodity' THEN 'public_rental' ELSE 'commodity' END`,
  'entitlements.area_source': `CASE area_source WHEN 'surveyed' THEN 'contracted' ELSE 'surveyed' END`,
  'entitlements.head_key': `(SELECT min(o.head_key) FROM entitlements o WHERE o.round_id = entitlements.round_id AND o.head_key <> entitlements.head_key)`,
  'consultation_rounds.estate_id': '(SELECT o.id FROM estates o WHERE o.id <> estate_id LIMIT 1)',
  'consultation_rounds.scope_kind': `'building'`,
  'consultation_rounds.state': `'closed'`,
  // Bound to the ids beside it by a constraint: no other value is possible.
  'submissions.kind': 'kind',
  'submissions.state': `CASE state WHEN 'approved' THEN 'rejected' ELSE 'approved' END`,
  'reviews.verdict': `CASE verdict WHEN 'approve' THEN 'reject' ELSE 'approve' END, reason = '某'`,
  'reviews.reason': `reason || '某'`,
  'cases.outcome': `CASE outcome WHEN 'later' THEN 'ask_again' ELSE 'later' END`,
  'case_settlements.outcome': `CASE outcome WHEN 'later' THEN 'earlier' ELSE 'later' END`,
};

const BY_TYPE: Record<string, (column: string) => string> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column}, '') || 'x'`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  smallint: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `NOT ${column}`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 second'`,
  jsonb: (column) => `coalesce(${column}, '{}') || '{"x": 1}'`,
  ARRAY: (column) => `array_append(${column}, 'x')`,
};

/** The rows and columns of one round's vote, to be tampered with. */
export class Tamperer {
  private constructor(
    readonly targets: Target[],
    readonly columns: Map<string, { name: string; type: string }[]>,
  ) {}

  static async of(tx: EntityManager, roundId: string): Promise<Tamperer> {
    const targets: Target[] = [];
    for (const table of TABLES) {
      const rows: { where: string; names: string | null }[] = await tx.query(ROWS[table]!, [roundId]);
      for (const { where, names } of rows) {
        targets.push({ table, where: where.replace('c.id', 'id'), names: names === null ? ROUND : new RegExp(names) });
      }
    }
    const columns = new Map<string, { name: string; type: string }[]>();
    for (const table of TABLES) {
      columns.set(
        table,
        await tx.query(
          `SELECT column_name AS name, data_type AS type FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
          [table],
        ),
      );
    }
    return new Tamperer(targets, columns);
  }

  ofTable(table: string): Target[] {
    return this.targets.filter((target) => target.table === table);
  }

  /** Another value in one column of one row. */
  change({ table, where, names }: Target, { name, type }: { name: string; type: string }): Tampering {
    const other = OTHERS[`${table}.${name}`] ?? BY_TYPE[type]!(name);
    return { statements: [`UPDATE ${table} SET ${name} = ${other} WHERE ${where}`], names };
  }

  /** A row taken away. */
  remove({ table, where, names }: Target): Tampering {
    return { statements: [`DELETE FROM ${table} WHERE ${where}`], names };
  }

  /** A ballot, an event, a door or a review slipped in, made after an own one. */
  slipIn(target: Target): Tampering | null {
    const changes: Record<string, string> = {
      ballots: `{"id": "7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11", "seq": 9, "receipt_code": "AAAA-AAAA-AAAA"}`,
      chain_events: `{"seq": 999}`,
      entitlements: `{"household_id": "7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11", "room_no": "901"}`,
      reviews: `{"id": "7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11"}`,
      case_settlements: `{"id": "7d4f0f5e-58a5-4b2c-a7a6-2f8f6d0c7a11"}`,
    };
    const change = changes[target.table];
    if (change === undefined) return null;
    const { table, where } = target;
    const own = { chain_events: `${LAST}|被改过`, ballots: '7d4f0f5e' } as Record<string, string>;
    return {
      statements: [
        `INSERT INTO ${table} SELECT (jsonb_populate_record(b, '${change}')).* FROM ${table} b WHERE ${where}`,
      ],
      names: table in own ? new RegExp(own[table]!) : target.names,
    };
  }

  /** Two events change places. */
  swap(a: number, b: number): Tampering {
    const at = (seq: number) => `UPDATE chain_events SET seq = seq + ${seq}`;
    return {
      statements: [
        `${at(10_000)} WHERE seq IN (${a}, ${b})`,
        `UPDATE chain_events SET seq = CASE seq WHEN ${a + 10_000} THEN ${b} ELSE ${a} END WHERE seq > 10000`,
      ],
      names: new RegExp(escaped(`第 ${a} 条`, `第 ${b} 条`)),
    };
  }

  /** The end of the chain cut off, with the ballots it told of, and the head made to fit. */
  cutTail(from: number): Tampering {
    return {
      statements: [
        `DELETE FROM ballots v USING chain_events k WHERE k.seq >= ${from} AND k.payload->>'ballotId' = v.id::text AND k.kind IN ('ballot', 'supersede')`,
        `DELETE FROM chain_events WHERE seq >= ${from}`,
        `UPDATE round_tallies t SET chain_count = ${from - 1}, chain_head = (SELECT hash FROM chain_events k WHERE k.round_id = t.round_id AND k.seq = ${from - 1})`,
      ],
      names: /状态|时间|末尾|没有记录链/,
    };
  }
}

/** One tampering by chance. `may` says which columns count. */
export function anyTampering(
  tamperer: Tamperer,
  random: Random,
  events: number,
  may: (table: string, column: string) => boolean,
): Tampering {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const target = () => pick(tamperer.ofTable(pick(TABLES)));
  const chance = random();
  if (chance < 0.05) return tamperer.cutTail(1 + Math.floor(random() * events));
  if (chance < 0.12) {
    const a = 1 + Math.floor(random() * (events - 1));
    return tamperer.swap(a, a + 1 + Math.floor(random() * (events - a)));
  }
  if (chance < 0.25) return tamperer.slipIn(target()) ?? anyTampering(tamperer, random, events, may);
  const chosen = target();
  if (chance < 0.4) return tamperer.remove(chosen);
  const columns = tamperer.columns.get(chosen.table)!.filter(({ name }) => may(chosen.table, name));
  return tamperer.change(chosen, pick(columns));
}
