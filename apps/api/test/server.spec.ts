import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, get } from 'node:http';
import { resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from './harness/database';
import { testKeys } from './harness/vault';

const root = resolve(__dirname, '..');

const started: ChildProcess[] = [];

function startServer(environment: Record<string, string>): ChildProcess {
  const server = spawn(process.execPath, ['-C', 'source', '--require', '@swc-node/register', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', PORT: '0', ...testKeys, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(server);
  return server;
}

const exitOf = (server: ChildProcess) =>
  new Promise<number | null>((done) => server.once('exit', (code) => done(code)));

function textOf(server: ChildProcess): { until: (pattern: RegExp) => Promise<RegExpExecArray>; all: () => string } {
  let text = '';
  const changed = new Set<() => void>();
  for (const stream of [server.stdout!, server.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      changed.forEach((notify) => notify());
    });
  }
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((found) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) found(match);
      };
      changed.add(look);
      look();
    });
  return { until, all: () => text };
}

jest.setTimeout(90_000);

describe('the server as a process', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const server of started) server.kill('SIGKILL');
    await database.drop();
  });

  it('stops within its deadline while a client keeps asking over a kept connection, and its log holds no secret', async () => {
    const server = startServer({ DATABASE_URL: database.appUrl });
    const output = textOf(server);
    const [, url] = await output.until(/Jiati listens on (\S+)/);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { authorization: `Bearer ${'s'.repeat(43)}`, cookie: 'jiati_session=hidden' };
    let answers = 0;
    let isAsking = true;
    const ask = () => {
      if (!isAsking) return;
      const request = get(`${url}/api/public/receipts/SECRET-CODE?pin=hidden`, { agent, headers }, (response) => {
        answers += 1;
        response.resume().once('end', ask);
      });
      request.once('error', () => setTimeout(ask, 20));
    };
    ask();
    await output.until(/request completed/);
    const before = Date.now();
    const exit = exitOf(server);
    server.kill('SIGTERM');
    expect(await exit).toBe(0);
    isAsking = false;
    agent.destroy();
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(answers).toBeGreaterThan(0);
    expect(output.all()).toContain('"route":"/api/public/receipts/:code"');
    expect(output.all()).not.toMatch(/hidden|SECRET-CODE|sssss/);
  });

  it('does not start with an environment it cannot use, and names what is wrong', async () => {
    const server = startServer({ DATABASE_URL: 'mysql://x', PORT: '99999' });
    const output = textOf(server);
    expect(await exitOf(server)).toBe(1);
    expect(output.all()).toMatch(/DATABASE_URL.*PORT|PORT.*DATABASE_URL/);
  });
});
