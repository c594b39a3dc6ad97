/** What a statement may be sent through: a pool, a client, a data source. */
export interface Queryable {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

type Rights = readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[];

const READ: Rights = ['SELECT'];
/** Rows that are only ever added. The triggers say no a second time. */
const ADD: Rights = ['SELECT', 'INSERT'];
const CHANGE: Rights = ['SELECT', 'INSERT', 'UPDATE'];
const ALL: Rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** What the server's role may do, table by table. Nothing else: it owns nothing, makes nothing and drops nothing. */
export const TABLE_RIGHTS: Record<string, Rights> = {
  accounts: CHANGE,
  audit_events: ADD,
  ballots: ADD,
  binding_evidence: CHANGE, // emptied when an account is closed
  bindings: CHANGE,
  buildings: CHANGE,
  case_ballots: ADD,
  case_settlements: ADD,
  cases: CHANGE,
  chain_events: ADD,
  consent_forms: ADD,
  consultation_rounds: CHANGE,
  data_keys: ADD,
  demo_notes: CHANGE,
  disputes: CHANGE,
  entitlements: ADD,
  estates: CHANGE,
  expressions_of_interest: CHANGE, // the words of somebody who closes the account are emptied
  households: CHANGE,
  migrations: READ,
  motions: CHANGE,
  owners: CHANGE,
  ownerships: ALL,
  paper_photos: ADD,
  passkey_challenges: ALL,
  passkeys: ALL,
  password_tries: ALL,
  phone_codes: ALL,
  privacy_consents: ADD,
  proxy_authorisations: CHANGE,
  public_housing_tenants: ALL,
  rate_limits: ALL,
  recovery_codes: ALL,
  reminder_choices: ALL,
  reminders: ALL,
  remits: ALL,
  reviews: ADD,
  roll_imports: ALL,
  round_tallies: CHANGE,
  sessions: CHANGE,
  signatures: ADD,
  slips: ALL,
  staff_totp: ALL,
  stairwells: CHANGE,
  submissions: CHANGE,
  title_transfers: ADD,
  visits: ADD,
  volunteer_assignments: ALL,
  weapp_identities: ALL,
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives a role what TABLE_RIGHTS says and takes everything else away. Safe to repeat; the whole list is one statement,
 * so a running server never sees half of it.
 * @param owner a connection of whoever owns the tables
 */
export async function grantRights(owner: Queryable, role: string): Promise<void> {
  const tables = await tablesOf(owner);
  const [{ database }] = await rowsOf<{ database: string }>(owner, 'SELECT current_database() AS database');
  const to = quoted(role);
  const statements = [
    // Two servers that start at once would trip over each other in the catalogue.
    `SELECT pg_advisory_xact_lock(hashtext('jiati rights'))`,
    `REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${to}`,
    `REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${to}`,
    `GRANT USAGE ON SCHEMA public TO ${to}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${to}`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, ${to}`,
    ...tables.flatMap(({ name }) =>
      name in TABLE_RIGHTS ? [`GRANT ${TABLE_RIGHTS[name]!.join(', ')} ON ${quoted(name)} TO ${to}`] : [],
    ),
  ];
  await owner.query(statements.join(';\n'));
}

/** The tables there are, and whether a trigger keeps their rows as they were written. */
export async function tablesOf(owner: Queryable): Promise<{ name: string; appendOnly: boolean }[]> {
  return rowsOf(
    owner,
    `SELECT c.relname AS name,
            EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = to_regproc('refuse_change')) AS "appendOnly"
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
      ORDER BY c.relname`,
  );
}

/** The same for `pg`, which answers with a result, and TypeORM, which answers with the rows. */
export async function rowsOf<T>(connection: Queryable, sql: string, values?: unknown[]): Promise<[T, ...T[]]> {
  const answer = (await connection.query(sql, values)) as T[] | { rows: T[] };
  return (Array.isArray(answer) ? answer : answer.rows) as [T, ...T[]];
}
