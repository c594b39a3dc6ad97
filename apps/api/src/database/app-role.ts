import { Client } from 'pg';
import { grantRights, rowsOf, type Queryable } from './grants';

/**
 * Makes the role the server runs as, by the name and password of the server's own address, and gives it its rights.
 * Where the owner may not make roles, whoever may has to make it first.
 * @param owner a connection of whoever owns the tables
 * @param appUrl DATABASE_URL of the server; nothing is done when it names the owner itself
 * @returns the role's name, or null when owner and server are the same
 * @throws Error saying what a person must do
 */
export async function prepareAppRole(owner: Queryable, appUrl: string): Promise<string | null> {
  const { username, password } = new URL(appUrl);
  const [role, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const [me] = await rowsOf<{ name: string; mayMakeRoles: boolean }>(
    owner,
    `SELECT rolname AS name, rolsuper OR rolcreaterole AS "mayMakeRoles" FROM pg_roles WHERE rolname = current_user`,
  );
  if (role === '' || role === me.name) return null;
  await ensureRole(owner, role, secret, me.mayMakeRoles);
  await grantRights(owner, role);
  if (!(await letsIn(appUrl))) {
    if (!me.mayMakeRoles) throw new Error(`The password in DATABASE_URL is not that of the role ${role}.`);
    await owner.query(await roleStatement(owner, 'ALTER', role, secret));
  }
  return role;
}

async function ensureRole(owner: Queryable, role: string, secret: string, mayMakeRoles: boolean): Promise<void> {
  const [found] = await rowsOf<{ isMighty: boolean } | undefined>(
    owner,
    `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS "isMighty"
       FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (found?.isMighty) throw new Error(`The role ${role} of DATABASE_URL may do too much; name one that owns nothing.`);
  if (found) return;
  if (!mayMakeRoles) {
    throw new Error(`There is no role ${role} yet; a superuser makes it: CREATE ROLE ${role} LOGIN PASSWORD '…'`);
  }
  try {
    await owner.query(await roleStatement(owner, 'CREATE', role, secret));
  } catch (error) {
    // Roles belong to the whole server: another database's migration may have made it a moment ago.
    const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
    if (code !== '42710' && code !== '23505') throw error;
  }
}

/** CREATE ROLE takes no parameters, so the server itself quotes them. */
async function roleStatement(
  owner: Queryable,
  verb: 'CREATE' | 'ALTER',
  role: string,
  secret: string,
): Promise<string> {
  const [{ statement }] = await rowsOf<{ statement: string }>(
    owner,
    `SELECT format('${verb} ROLE %I LOGIN PASSWORD %L', $1::text, $2::text) AS statement`,
    [role, secret],
  );
  return statement;
}

async function letsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return false;
    throw error;
  }
}
