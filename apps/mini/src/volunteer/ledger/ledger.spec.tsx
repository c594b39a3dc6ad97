import { queryClient } from '@/api/query-client';
import { sessionKeys } from '@/api/session';
import type { Session } from '@/api/wire';
import { onScreen, type OnScreen } from '../../../test/on-screen';
import { outboxOf, type OutboxRecord } from '../outbox';
import LedgerPage from './index';

let answer: { status: number; body: unknown } | null = null;

/** The network's end; without an answer there is no network. */
globalThis.fetch = async () => {
  if (!answer) throw new TypeError('no network');
  return { status: answer.status, text: async () => JSON.stringify(answer?.body) } as Response;
};

const account = { id: 'a-volunteer', role: 'volunteer', displayName: '徐老师' };
const ballot: OutboxRecord = {
  id: 'b1',
  kind: 'ballot',
  householdId: 'h302',
  label: '302室，上门表决票',
  path: '/api/rounds/r1/ballots',
  body: {},
  recordedAtMs: Date.now(),
  heldUntilMs: 0,
  refusal: null,
};

describe('The ledger of a volunteer’s device', () => {
  const outbox = outboxOf(account.id);
  let page: OnScreen;

  beforeEach(async () => {
    localStorage.clear();
    queryClient.setQueryData(sessionKeys.session, { account, next: null } as unknown as Session);
    answer = null;
    outbox.keep(ballot);
    page = await onScreen(<LedgerPage />);
  });
  afterEach(() => page.close());

  it('keeps what could not be sent and says that the network is to blame', () => {
    expect(page.text()).toContain('记录1条，已送达0条，待送1条');
    expect(page.text()).toContain('现在连不上网络。记录都在');
  });

  it('says why a ballot was not accepted, and to keep it and call the office', async () => {
    await refused();
    expect(page.text()).toContain('这一轮征询已经截止。');
    expect(page.text()).toContain('请留着。先给加梯办打电话');
    answer = { status: 201, body: {} };
    await page.tap('再送一次');
    expect(page.text()).toContain('记录1条，已送达1条，待送0条');
  });

  it('drops a refused ballot only after a second, different tap', async () => {
    await refused();
    await page.tap('不再送这一条');
    expect(page.text()).toContain('要请住户重新表决');
    await page.tap('先留着');
    expect(outbox.ledger().refused).toBe(1);
    await page.tap('不再送这一条');
    await page.tap('确定不再送，从这台设备删掉');
    expect(outbox.ledger()).toMatchObject({ recorded: 0, refused: 0 });
  });

  async function refused(): Promise<void> {
    answer = { status: 409, body: { title: '这一轮征询已经截止。', code: 'round_closed' } };
    await page.tap('现在送');
  }
});
