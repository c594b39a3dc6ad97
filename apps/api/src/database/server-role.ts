import { rowsOf, type Queryable } from './grants';

/** What stands for ever must be out of the server's reach by its rights, before any trigger. */
const FOR_EVER = ['audit_events', 'ballots', 'chain_events', 'reviews', 'consent_forms', 'entitlements', 'signatures'];

/**
 * Refuses to work for a real office as a role that could rewrite what was cast, signed or logged.
 * @throws Error saying which role, and what to do
 */
export async function assertServerRole(server: Queryable): Promise<void> {
  const [{ role, reach }] = await rowsOf<{ role: string; reach: string[] }>(
    server,
    `SELECT current_user AS role,
            array(SELECT t FROM unnest($1::text[]) AS t
                   WHERE to_regclass(t) IS NULL OR has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE')) AS reach`,
    [FOR_EVER],
  );
  if (reach.length === 0) return;
  throw new Error(
    `The role ${role} of DATABASE_URL could change ${reach.join(', ')}. Name a role that owns nothing there, the owner ` +
      'in MIGRATION_DATABASE_URL, and run `migrate`, which makes the role and gives it its rights.',
  );
}
