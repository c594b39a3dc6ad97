import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from './databases.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { processIdentity, waitUntil } from './processes.ts';
import { startPostgres } from './start-postgres.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiati-postgres-'));
  // Reachable for the user root hands the server to, as a checkout normally is.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const quick = { fsync: false, port: 5680 };
const postmasterOf = (dataDir: string) => readPostmasterFile(join(dataDir, 'cluster'));

describe('the embedded PostgreSQL', () => {
  it('starts on this machine alone, sorts by code point, asks for a password, and keeps what was written', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ ...quick, dataDir });
    await withClient(first.url, async (client) => {
      const { rows } = await client.query<Record<string, string>>(
        `SELECT current_setting('listen_addresses') AS listens, datlocale AS locale,
                pg_encoding_to_char(encoding) AS encoding, current_setting('TimeZone') AS zone
           FROM pg_database WHERE datname = current_database()`,
      );
      expect(rows).toEqual([{ listens: '127.0.0.1', locale: 'C.UTF-8', encoding: 'UTF8', zone: 'UTC' }]);
      await client.query(`CREATE TABLE doors AS SELECT '302甲' AS room_no`);
    });
    await expect(withClient(first.url.replace(/:[0-9a-f]+@/, ':wrong@'), async () => 'in')).rejects.toThrow('password');
    await first.stop();
    expect(postmasterOf(dataDir)).toBeNull();

    const second = await startPostgres({ ...quick, dataDir });
    expect(second.url).toBe(first.url);
    const kept = await withClient(second.url, (client) =>
      client.query<{ room_no: string }>('SELECT room_no FROM doors'),
    );
    expect(kept.rows).toEqual([{ room_no: '302甲' }]);
    await second.stop();
  });

  it('is adopted by the next process after the one that started it was killed', async () => {
    const dataDir = newFolder();
    const killed = await startElsewhere(dataDir);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const orphan = postmasterOf(dataDir);
    expect(orphan?.state).toBe('ready');

    const server = await startPostgres({ ...quick, dataDir });
    expect(server.adopted).toBe(true);
    expect(postmasterOf(dataDir)?.pid).toBe(orphan?.pid);
    await server.stop();
    expect(processIdentity(orphan?.pid ?? 0)).toBeNull();
  });

  it('stays up while another living process uses it', async () => {
    const dataDir = newFolder();
    const other = await startElsewhere(dataDir);
    const mine = await startPostgres({ ...quick, dataDir });
    await mine.stop();
    expect(postmasterOf(dataDir)?.state).toBe('ready');

    other.kill('SIGTERM');
    await once(other, 'exit');
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('recovers when the server itself was killed and its pid now belongs to something else', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ ...quick, dataDir });
    const { pid } = postmasterOf(dataDir) ?? { pid: 0 };
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => processIdentity(pid) === null, 5_000);
    // Our own pid is certainly alive, and certainly no server of this folder.
    const file = join(dataDir, 'cluster/postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));

    const second = await startPostgres({ ...quick, dataDir });
    expect(second.adopted).toBe(false);
    await withClient(second.url, (client) => client.query('SELECT 1'));
    await second.stop();
    await first.stop();
  });

  it('is brought back on its own port after it was killed', async () => {
    const dataDir = newFolder();
    const server = await startPostgres({ ...quick, dataDir });
    await withClient(server.url, (client) => client.query(`CREATE TABLE doors AS SELECT '302甲' AS room_no`));
    await withClient(server.url, (client) => client.query('CHECKPOINT'));
    expect(server.isRunning()).toBe(true);
    process.kill(postmasterOf(dataDir)!.pid, 'SIGKILL');
    await waitUntil(() => !server.isRunning(), 5_000);

    await server.revive();
    expect(server.isRunning()).toBe(true);
    const kept = await withClient(server.url, (client) => client.query('SELECT room_no FROM doors'));
    expect(kept.rows).toEqual([{ room_no: '302甲' }]);
    await server.stop();
    expect(server.isRunning()).toBe(false);
  });

  it('moves to the next free port when its own is taken, never into the range of outgoing connections', async () => {
    const neighbour = createServer().listen(5690, '127.0.0.1');
    await once(neighbour, 'listening');
    const taken = await startPostgres({ fsync: false, port: 5690, dataDir: newFolder() });
    expect(taken.port).toBeGreaterThan(5690);
    await taken.stop();
    neighbour.close();

    const ephemeral = await startPostgres({ fsync: false, port: 40_000, dataDir: newFolder() });
    expect(ephemeral.port).toBeGreaterThan(60_999);
    await ephemeral.stop();
  });

  it('never runs as root, and keeps its files from other users', async () => {
    const dataDir = newFolder();
    const server = await startPostgres({ ...quick, dataDir });
    const cluster = statSync(join(dataDir, 'cluster'));
    expect(cluster.uid).not.toBe(0);
    expect(cluster.mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
    await server.stop();
  });
});

/** A Node process of its own that starts the server and stops it on SIGTERM. */
async function startElsewhere(dataDir: string) {
  const child = spawn(
    process.execPath,
    ['--import', '@swc-node/register/esm-register', 'postgres/serve.ts', dataDir, '5680'],
    { cwd: join(__dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return child;
}
