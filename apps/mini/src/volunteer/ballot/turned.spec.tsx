import { ballotKeys } from '@/api/ballots';
import { queryClient } from '@/api/query-client';
import { sessionKeys } from '@/api/session';
import type { BallotPaper, Session } from '@/api/wire';
import { lockRecord, keepLockRecord } from '@/state/device-lock';
import { onScreen, type OnScreen } from '../../../test/on-screen';
import { openWith } from '../lock/device-lock';
import { outboxOf } from '../outbox';
import WitnessedBallotPage from './index';

/** There is no network on this landing. */
globalThis.fetch = async () => {
  throw new TypeError('no network');
};

const pin = '273951';
const account = { id: 'a-volunteer', role: 'volunteer', displayName: '徐老师' };
const paper = {
  round: {
    id: 'r1',
    state: 'open',
    title: '加装电梯方案和协议',
    statement: '按所附方案加装一部电梯。',
    closesAt: '2036-12-03T12:00:00Z',
    ruleset: { electronicBallots: 'binding' },
  },
  household: { householdId: 'h302', roomNo: '302', buildingName: '3号楼', stairwellName: '9号', estateName: '春晓苑' },
  documents: { scheme: { text: '' }, costTable: { rows: [] }, agreement: { text: '' } },
  myShareFen: null,
  citations: [],
} as unknown as BallotPaper;

describe('A tablet turned to a resident', () => {
  let page: OnScreen;

  beforeEach(async () => {
    localStorage.clear();
    keepLockRecord(null);
    await openWith(account.id, pin);
    queryClient.setQueryData(sessionKeys.session, { account, next: null } as unknown as Session);
    queryClient.setQueryData(ballotKeys.paper('', ''), paper);
    page = await onScreen(<WitnessedBallotPage />);
    await page.type('签名的人叫什么', '林桂芳');
    await page.tap('产权人');
    await page.tap('认识本人');
    await page.tap('把平板转给住户');
  });
  afterEach(() => page.close());

  it('shows nothing of the volunteer’s, and is locked behind it', () => {
    expect(page.text()).toContain('您同意这件事吗？');
    expect(page.text()).not.toMatch(/记录\d条|认识本人|徐老师/);
    expect(lockRecord()?.locked).toBe(true);
  });

  it('comes back only with the volunteer’s PIN, and tells the resident whom to give it to', async () => {
    await page.tap('还给志愿者');
    expect(page.text()).toContain('请住户把平板交给徐老师');
    await typePin('111222');
    await page.sees('还可以试4次');
    expect(page.text()).not.toContain('谁来表决');
    await typePin(pin);
    await page.sees('谁来表决');
  });

  it('keeps the ballot when there is no network, and shows the volunteer no choice', async () => {
    await page.tap('×不同意');
    await page.tap('我写不了，输入姓名');
    await page.type('输入您的姓名', '林桂芳');
    await page.tap('确认并提交');
    expect(page.text()).toContain('已经记下，谢谢您');
    await page.tap('还给志愿者');
    await typePin(pin);
    await page.sees('这一票记下了');
    expect(page.text()).not.toContain('不同意');
    expect(outboxOf(account.id).ledger()).toMatchObject({ recorded: 1, waiting: 1 });
  });

  it('comes back in the volunteer’s letters, whatever size the resident read it in', async () => {
    await page.tap('长辈');
    expect(document.querySelector('.jt')?.className).toContain('size-elder');
    await page.tap('还给志愿者');
    await typePin(pin);
    await page.sees('谁来表决');
    expect(document.querySelector('.jt')?.className).toContain('size-normal');
  });

  async function typePin(digits: string): Promise<void> {
    for (const digit of digits) await page.tap(digit);
  }
});
