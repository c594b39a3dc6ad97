import { queryClient } from '@/api/query-client';
import { mayBeReminded } from '@/api/reminders';
import { sessionKeys } from '@/api/session';
import type { MyHousehold, ReminderChoice, Session } from '@/api/wire';
import { onScreen, type OnScreen } from '../../../test/on-screen';
import RemindersPage from './index';

const nothingChosen: ReminderChoice = {
  channel: 'none',
  choosable: ['sms', 'weapp'],
  weappPermissions: 0,
  weappTemplateId: 'a-template-of-reminders',
  chosenAt: null,
};
const purpose = { id: 'text-messages', version: '2', text: '您选了短信或者微信，办公室才会提醒您。', basis: 'consent' };

/** What the API keeps, and what it was sent; null: there is no network for the next choice. */
let kept: ReminderChoice;
let refusal: { status: number; body: unknown } | null | undefined;
let sent: unknown[];

globalThis.fetch = async (url, init) => {
  const answer = (status: number, body: unknown) => ({ status, text: async () => JSON.stringify(body) }) as Response;
  if (String(url).endsWith('/api/privacy/purposes')) return answer(200, [purpose]);
  if (init?.method !== 'PUT') return answer(200, kept);
  sent.push(JSON.parse(String(init.body)));
  if (refusal === null) throw new TypeError('no network');
  if (refusal) return answer(refusal.status, refusal.body);
  kept = { ...kept, ...(sent.at(-1) as { channel: 'sms' }), chosenAt: '2026-11-30T08:00:00Z' };
  return answer(200, kept);
};

const none = '不用提醒什么都不发';
const sms = '发短信发到 138****0302';

describe('Choosing in a browser how to be reminded', () => {
  let page: OnScreen;
  const opened = async (choice: Partial<ReminderChoice> = {}, phoneMasked: string | null = '138****0302') => {
    kept = { ...nothingChosen, ...choice };
    const account = { id: 'a', role: 'resident', phoneMasked };
    queryClient.setQueryData(sessionKeys.session, { account, helper: null, next: null } as unknown as Session);
    page = await onScreen(<RemindersPage />);
    await page.sees('现在：');
  };

  beforeEach(() => {
    queryClient.clear();
    sent = [];
    refusal = undefined;
  });
  afterEach(() => page.close());

  it('has chosen nothing beforehand, and says that nobody is reminded then', async () => {
    await opened();
    expect(page.text()).toContain('现在：还没有选，所以不会提醒您');
    expect(document.querySelectorAll('[aria-pressed=true]')).toHaveLength(0);
    expect(page.text()).toContain(purpose.text);
  });

  it('keeps a choice at one tap, with the text that stood beside it, and another one in its place', async () => {
    await opened();
    await page.tap(sms);
    await page.sees('记下了：快截止时给您发短信。');
    await page.sees('现在：发短信');
    await page.tap(none);
    await page.sees('现在：不用提醒');
    expect(sent).toEqual([
      { channel: 'sms', textVersion: '2' },
      { channel: 'none', textVersion: null },
    ]);
  });

  it('says that nothing was kept when the network or the API says no', async () => {
    await opened();
    refusal = null;
    await page.tap(sms);
    await page.sees('连不上网络');
    refusal = { status: 409, body: { title: '说明文字改过了，请再看一遍。', code: 'purpose_text_changed' } };
    await page.tap(sms);
    await page.sees('说明文字改过了');
    expect(page.text()).not.toContain('记下了');
    await page.sees('现在：还没有选');
  });

  const choosable = () => [...document.querySelectorAll('[aria-pressed]')].map((each) => each.textContent);

  it('offers nothing to an account without a phone, and says how to get one', async () => {
    await opened({ choosable: [] }, null);
    expect(choosable()).toEqual([none]);
    expect(page.text()).toContain('您的账号里没有手机号，收不到提醒。');
    expect(page.text()).not.toContain('微信消息');
  });

  it('offers no WeChat outside the mini-program, and no text message where none is set up, and says why', async () => {
    await opened({ choosable: ['weapp'] });
    expect(choosable()).toEqual([none]);
    expect(page.text()).toContain('这里没有开通短信提醒。');
    expect(page.text()).toContain('网页上不能选。请打开微信小程序“加梯”');
  });

  it('does not speak of WeChat where it is not set up', async () => {
    await opened({ choosable: ['sms'], weappTemplateId: null });
    expect(page.text()).not.toContain('微信消息');
  });

  it('tells whoever chose WeChat how many messages are left, and where to allow more', async () => {
    await opened({ channel: 'weapp', weappPermissions: 2, chosenAt: '2026-11-30T08:00:00Z' });
    expect(page.text()).toContain('现在：微信消息');
    expect(page.text()).toContain('微信现在还能给您发2条。');
    expect(page.text()).toContain('要再允许，请打开微信小程序');
  });
});

describe('Who is told that there are reminders', () => {
  const round = { state: 'open', myBallot: null } as MyHousehold['round'];
  const silent = { bindingState: 'approved', relation: 'owner', mayVote: true, frozen: null, round } as MyHousehold;
  const voted = { ...round!, myBallot: { state: 'counted' } } as MyHousehold['round'];
  const takenBack = { ...round!, myBallot: { state: 'withdrawn' } } as MyHousehold['round'];

  it.each<[string, Partial<MyHousehold>, boolean]>([
    ['whose door is asked and has not answered', {}, true],
    ['who took the ballot back', { round: takenBack }, true],
    ['who has voted', { round: voted }, false],
    ['who is not asked', { round: null }, false],
    ['whose round is over', { round: { ...round!, state: 'closed' } }, false],
    ['who may not vote', { mayVote: false }, false],
    ['whose binding the office still checks', { bindingState: 'pending' }, false],
    ['whose household is in dispute', { frozen: { since: '2026-11-20T00:00:00Z' } }, false],
    ['who votes for somebody else', { relation: 'proxy' }, false],
  ])('somebody %s', (_, changes, told) => {
    expect(mayBeReminded({ ...silent, ...changes })).toBe(told);
  });
});
