import { AccountsModule } from '../../src/modules/accounts';
import { BallotsModule } from '../../src/modules/ballots';
import { LIMITS } from '../../src/platform/limits';
import { request, talk } from '../hardening/sockets';
import { startTestApi, type TestApi } from '../harness';

type Headers = Record<string, string>;
const { points } = LIMITS.receiptAddress;

/** Whatever anybody ever called the header that says who asks; the n-th request claims to be the n-th machine. */
const CLAIMS = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip'];
const claims = (nth: number): Headers =>
  Object.fromEntries(CLAIMS.map((name) => [name, name === 'forwarded' ? `for=203.0.113.${nth}` : `203.0.113.${nth}`]));

/** What our own proxies, of which there are so many, make of the header that the client sent. */
const THROUGH_OURS: Record<number, (claimed: string) => string> = {
  0: (claimed) => claimed,
  1: (claimed) => `${claimed}, 198.51.100.7`,
  2: (claimed) => `${claimed}, 198.51.100.7, 10.0.0.2`,
};

describe.each([0, 1, 2])('behind %i proxies of ours', (hops) => {
  let api: TestApi;
  let url: string;
  beforeAll(async () => {
    const environment = { TRUSTED_HOPS: String(hops) };
    api = await startTestApi({ features: [AccountsModule, BallotsModule], environment });
    await api.app.listen(0, '127.0.0.1');
    url = await api.app.getUrl();
  });
  afterAll(() => api.stop());

  const ask = (line: string, headers: Headers) => talk(url, (socket) => void socket.write(request(line, headers)));
  const forwarded = (claimed: string) => THROUGH_OURS[hops]!(claimed);

  it('nobody becomes somebody else by writing it', async () => {
    const statuses: number[] = [];
    for (let nth = 0; nth <= points; nth += 1) {
      const said = claims(nth);
      const headers = { ...said, 'x-forwarded-for': forwarded(`192.0.2.${nth}, ${said['x-forwarded-for']}`) };
      statuses.push((await ask('GET /api/public/receipts/XXXX-XXXX', headers)).status);
    }
    expect(statuses.slice(0, points)).not.toContain(429);
    expect(statuses[points]).toBe(429);
    // Next door, where our proxies say so, asks for the first time.
    const nextDoor = { 'x-forwarded-for': forwarded('192.0.2.1').replace('198.51.100.7', '198.51.100.8') };
    const { status } = await ask('GET /api/public/receipts/XXXX-XXXX', nextDoor);
    expect(status).toBe(hops === 0 ? 429 : 400);
  });

  it('nobody makes a foreign page ours by writing where it stands', async () => {
    const home = hops === 0 ? 'evil.example' : 'evil.example, jiati.example';
    const heard = await ask('POST /api/session/codes', {
      'x-jiati-client': 'h5',
      'content-type': 'application/json',
      origin: 'https://evil.example',
      'x-forwarded-host': home,
      'x-forwarded-for': forwarded('192.0.2.1'),
    });
    expect([heard.status, JSON.parse(heard.body).code]).toEqual([403, 'cross_site']);
  });

  if (hops === 0)
    it('nobody makes a plain connection an encrypted one', async () => {
      const heard = await ask('GET /api/health/live', { 'x-forwarded-proto': 'https' });
      expect(heard.headers).not.toContain('strict-transport-security');
    });
});
