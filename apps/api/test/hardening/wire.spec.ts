import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AccountsModule } from '../../src/modules/accounts';
import { BallotsModule } from '../../src/modules/ballots';
import { TIMEOUTS } from '../../src/platform/http/create-app';
import { trustHops } from '../../src/platform/http/trusted-hops';
import { refuseInlineScript } from '../../src/platform/http/web-apps';
import { startTestApi, type TestApi } from '../harness';
import { request, talk } from './sockets';

const features = [AccountsModule, BallotsModule];

/** Listens on a port of its own, so that what is tested goes over a real connection. */
async function listen(environment: Record<string, string> = {}): Promise<{ api: TestApi; url: string }> {
  const api = await startTestApi({ features, environment });
  await api.app.listen(0, '127.0.0.1');
  return { api, url: await api.app.getUrl() };
}

describe('over the wire', () => {
  let api: TestApi;
  let url: string;
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'jiati-web-'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>h5</title><script src="/app.js"></script>');
    ({ api, url } = await listen({ H5_DIR: root }));
  });
  afterAll(() => api.stop());

  describe('headers', () => {
    it.each([
      ['a page', '/'],
      ['an answer', '/api/health/live'],
      ['a refusal', '/api/session'],
      ['nothing', '/api/gone'],
      ['a missing file', '/gone.js'],
    ])('of %s keep browsers from guessing, framing and telling', async (_, path) => {
      const { headers } = await api.http().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
      });
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
    });

    it('let a page run script files of its own and nothing else', async () => {
      const policy = String((await api.http().get('/')).headers['content-security-policy']);
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*(unsafe-inline|sha256|nonce|http|\*)/);
      expect(policy).toMatch(/object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/);
    });

    it('insist on TLS where the request came encrypted, and only there', async () => {
      expect((await api.http().get('/')).headers).not.toHaveProperty('strict-transport-security');
      const behind = await startTestApi({ features, environment: { TRUSTED_HOPS: '1' } });
      const { headers } = await behind.http().get('/api/health/live', { 'x-forwarded-proto': 'https' });
      await behind.stop();
      expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    });
  });

  it('a page with a script inside is not served at all', () => {
    for (const html of [
      '<script>let a = 1;</script>',
      '<script type="module">go()</script>',
      '<body onload="go()">',
      '<a href="javascript:go()">',
    ])
      expect(() => refuseInlineScript(html, 'index.html')).toThrow('a script of its own');
    expect(() => refuseInlineScript('<script defer src="/a.js"></script><p>on = off</p>', 'index.html')).not.toThrow();
  });

  it.each([
    ['OPTIONS', '/api/session'],
    ['OPTIONS', '/api/rounds/0b7e9a4e-63a0-4a43-9f55-0d8f7f3f6a11/ballots'],
    ['OPTIONS', '/'],
    ['GET', '/api/health/live'],
    ['GET', '/'],
    ['POST', '/api/session/codes'],
  ])('%s %s lets no other origin in', async (method, path) => {
    const answer = await api.http().send(method, path, undefined, {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-jiati-client',
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    if (method === 'OPTIONS') expect(answer.status).toBe(404);
    if (method === 'POST') expect(answer.status).toBe(403);
  });

  describe('time', () => {
    const usual = { headersTimeout: TIMEOUTS.headers, requestTimeout: TIMEOUTS.request };
    const server = () => api.app.getHttpServer() as Server;
    /** What drips every tenth of a second would take six to say. */
    const ALL = 60;
    beforeAll(() => Object.assign(server(), { headersTimeout: 1_000, requestTimeout: 2_000 }));
    afterAll(() => Object.assign(server(), usual));

    it('is short unless a test makes it shorter', async () => {
      const other = await startTestApi({ features });
      const { headersTimeout, requestTimeout } = other.app.getHttpServer() as Server;
      await other.stop();
      expect({ headersTimeout, requestTimeout }).toEqual(usual);
      expect(usual).toEqual({ headersTimeout: 10_000, requestTimeout: 60_000 });
    });

    it('runs out for headers that drip', async () => {
      let lines = 0;
      const heard = await talk(url, async (socket) => {
        socket.write('GET /api/health/live HTTP/1.1\r\nhost: 127.0.0.1\r\n');
        for (; lines < ALL && socket.writable; lines += 1) {
          socket.write(`x-slow-${lines}: 1\r\n`);
          await setTimeout(100);
        }
      });
      expect(heard.status).toBe(408);
      expect(JSON.parse(heard.body)).toMatchObject({ code: 'request_timed_out', status: 408 });
      expect(heard.headers).toContain('application/problem+json');
      expect(lines).toBeLessThan(ALL);
    });

    it('runs out for a body that drips', async () => {
      let bytes = 0;
      const heard = await talk(url, async (socket) => {
        socket.write(
          'POST /api/session/codes HTTP/1.1\r\nhost: 127.0.0.1\r\nx-jiati-client: h5\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n',
        );
        for (; bytes < ALL && socket.writable; bytes += 1) {
          socket.write(' ');
          await setTimeout(100);
        }
      });
      expect([0, 408]).toContain(heard.status);
      expect(bytes).toBeLessThan(ALL);
    });
  });

  it('what is no HTTP is answered like everything else', async () => {
    const nonsense = await talk(url, (socket) => void socket.write('HELO jiati\r\n\r\n'));
    expect(nonsense.status).toBe(400);
    expect(JSON.parse(nonsense.body)).toMatchObject({ code: 'malformed', requestId: expect.any(String) });
    const heavy = await talk(url, (socket) => void socket.write(request('GET /', { 'x-heavy': 'a'.repeat(20_000) })));
    expect(heavy.status).toBe(431);
    expect(JSON.parse(heavy.body).code).toBe('headers_too_large');
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND'])('%s is not spoken here, and nothing is echoed', async (method) => {
    const heard = await talk(url, (socket) => {
      socket.write(request(`${method} /api/health/live`, { 'x-probe': 'echo-me', 'x-jiati-client': 'h5' }));
    });
    expect([0, 400, 403, 404, 405]).toContain(heard.status);
    expect(heard.headers + heard.body).not.toContain('echo-me');
  });

  it('two lengths, or a length and chunks, are one request too many', async () => {
    for (const headers of [
      'content-length: 2\r\ncontent-length: 3',
      'content-length: 4\r\ntransfer-encoding: chunked',
      'transfer-encoding: chunked\r\ntransfer-encoding: identity',
    ]) {
      const smuggled = 'POST /api/session/codes HTTP/1.1\r\nhost: 127.0.0.1\r\nx-jiati-client: h5\r\n';
      const heard = await talk(url, (socket) => {
        socket.write(`${smuggled}${headers}\r\n\r\n{}GET /api/health/live HTTP/1.1\r\nhost: x\r\n\r\n`);
      });
      expect(heard.status).toBe(400);
      expect(heard.body).not.toContain('HTTP/1.1 200');
    }
  });
});

describe('who is asking', () => {
  it.each([
    ['127.0.0.1', 0, true],
    ['::ffff:10.1.2.3', 0, true],
    ['fd12::1', 0, true],
    ['172.31.255.255', 1, true],
    ['172.32.0.1', 0, false],
    ['203.0.113.9', 0, false],
    ['2001:db8::1', 0, false],
    ['10.0.0.1', 2, false],
    ['nonsense', 0, false],
  ])('takes %s at distance %i for a proxy of ours: %s', (address, hop, isOurs) => {
    expect(trustHops(2)(address, hop)).toBe(isOurs);
  });
});
