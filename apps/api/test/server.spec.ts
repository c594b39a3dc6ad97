import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { createTestDatabase, type TestDatabase } from './harness/database';
import { ServerProcess } from './harness/server-process';

const started: ServerProcess[] = [];

function startServer(environment: Record<string, string>): ServerProcess {
  const server = ServerProcess.start(environment);
  started.push(server);
  return server;
}

jest.setTimeout(90_000);

describe('the server as a process', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const server of started) server.kill();
    await database.drop();
  });

  it('stops within its deadline while a client keeps asking over a kept connection, and its log holds no secret', async () => {
    const server = startServer({ DATABASE_URL: database.appUrl });
    const url = await server.url();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { authorization: `Bearer ${'s'.repeat(43)}`, cookie: 'jiati_h5=hidden' };
    let isAsking = true;
    await new Promise<void>((answered) => {
      const ask = () => {
        if (!isAsking) return;
        const request = get(`${url}/api/public/receipts/SECRET-CODE?pin=hidden`, { agent, headers }, (response) => {
          answered();
          response.resume().once('end', ask);
        });
        request.once('error', () => setTimeout(ask, 20));
      };
      ask();
    });
    server.child.kill('SIGTERM');
    // Past its deadline it would end with 1.
    expect(await server.exit).toBe(0);
    isAsking = false;
    agent.destroy();
    expect(server.output()).toContain('"route":"/api/public/receipts/:code"');
    expect(server.output()).not.toMatch(/hidden|SECRET-CODE|sssss/);
  });

  it('does not start with an environment it cannot use, and names what is wrong', async () => {
    const server = startServer({ DATABASE_URL: 'mysql://x', PORT: '99999' });
    expect(await server.exit).toBe(1);
    expect(server.output()).toMatch(/DATABASE_URL.*PORT|PORT.*DATABASE_URL/);
  });
  it('does not start for a real office with weak secrets, and names every reason without a value', async () => {
    const server = startServer({
      DATABASE_URL: ['postgres', '//postgres:postgres@127.0.0.1:1/jiati'].join(':'),
      JIATI_DEMO: '0',
      SECRET_KEY: 'tomorrow-morning',
      PUBLIC_URL: 'http://jiati.example.org',
      JIATI_DEMO_PASSWORD: 'spring-evening',
    });
    expect(await server.exit).toBe(1);
    for (const name of ['SECRET_KEY', 'DATABASE_URL', 'PUBLIC_URL', 'JIATI_DEMO_PASSWORD'])
      expect(server.output()).toContain(name);
    expect(server.output()).not.toMatch(/tomorrow-morning|spring-evening|postgres:postgres/);
  });
  it('works for a real office as the role that owns nothing, and not as the owner', async () => {
    const office = {
      JIATI_DEMO: '0',
      SECRET_KEY: randomBytes(32).toString('base64'),
      PUBLIC_URL: 'https://jiati.example.org',
      TRUSTED_HOPS: '1',
    };
    const asOwner = startServer({ ...office, DATABASE_URL: database.url });
    expect(await asOwner.exit).toBe(1);
    expect(asOwner.output()).toContain('could change audit_events, ballots');
    const asItself = startServer({ ...office, DATABASE_URL: database.appUrl });
    const answer = await fetch(`${await asItself.url()}/api/health/ready`);
    expect(answer.status).toBe(200);
  });
});
