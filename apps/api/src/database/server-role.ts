import { rowsOf, TABLE_RIGHTS, type Queryable } from './grants';

/** What the server may only add to stands for ever: its rights must keep it so, before any trigger. */
const FOR_EVER = Object.keys(TABLE_RIGHTS).filter((table) => TABLE_RIGHTS[table]!.join() === 'SELECT,INSERT');

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
