import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ballotKeys } from '@/api/ballots';
import type { BallotPaper, MyBallot } from '@/api/wire';
import { WithdrawSheet } from './withdraw-sheet';

interface Sent {
  url: string;
  body: Record<string, unknown>;
}

const sent: Sent[] = [];
let answers: { status: number; body: unknown }[] = [];

/** The network's end: what the sheet sends stands in `sent`; without an answer there is no network. */
globalThis.fetch = async (url, init) => {
  sent.push({ url: String(url), body: JSON.parse(String(init?.body)) as Record<string, unknown> });
  const answer = answers.shift();
  if (!answer) throw new TypeError('no network');
  return { status: answer.status, text: async () => JSON.stringify(answer.body) } as Response;
};

const ballot = (id: string, changes: Partial<MyBallot>): MyBallot =>
  ({ id, seq: 1, choice: 'for', channel: 'self_service', state: 'counted', ...changes }) as MyBallot;
const cast = ballot('cast', {});
const withdrawal = ballot('withdrawal', { seq: 2, choice: null, state: 'withdrawn' });

const paper = {
  round: { id: 'r1', state: 'open' },
  household: { householdId: 'h1', roomNo: '302' },
  openCase: false,
  ballots: [cast],
} as unknown as BallotPaper;
const paperKey = ballotKeys.paper('r1', 'h1');

describe('Withdrawing a household’s ballot', () => {
  let root: Root;
  let host: HTMLElement;
  let cache: QueryClient;
  let closed: number;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    sent.length = 0;
    answers = [];
    closed = 0;
    cache = new QueryClient();
    cache.setQueryData(paperKey, paper);
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
    await act(async () => {
      root.render(
        <QueryClientProvider client={cache}>
          <WithdrawSheet paper={paper} onClose={() => (closed += 1)} />
        </QueryClientProvider>,
      );
    });
  });

  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
  });

  const press = (words: string) =>
    act(async () => {
      [...host.querySelectorAll('button')].find((button) => button.textContent === words)!.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  const statesKept = () => cache.getQueryData<BallotPaper>(paperKey)!.ballots.map(({ id, state }) => ({ id, state }));

  it('says whose ballot it is and what follows before anything is sent', async () => {
    expect(host.textContent).toContain('撤回302室的票？');
    expect(host.textContent).toContain('您家就等于没有表决：不算同意，也不算不同意。');
    expect(host.textContent).toContain('截止前可以重新投。');
    await press('不撤回');
    expect(closed).toBe(1);
    expect(sent).toHaveLength(0);
  });

  it('sends the same withdrawal again after the network failed, so that it is one withdrawal', async () => {
    await press('撤回您家的票');
    expect(host.textContent).toContain('连不上网络');
    expect(statesKept()).toEqual([{ id: 'cast', state: 'counted' }]);
    answers = [{ status: 201, body: { ballot: withdrawal, openCase: null } }];
    await press('撤回您家的票');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]!.url).toContain('/api/rounds/r1/households/h1/withdrawals');
  });

  it('says in the same sheet what is now, and keeps the ballot before it as replaced', async () => {
    answers = [{ status: 201, body: { ballot: withdrawal, openCase: null } }];
    await press('撤回您家的票');
    expect(host.textContent).toContain('表决票已撤回');
    expect(host.textContent).toContain('现在等于您家没有表决。截止前可以重新投。');
    expect(host.textContent).not.toContain('不撤回');
    expect(statesKept()).toEqual([
      { id: 'cast', state: 'superseded' },
      { id: 'withdrawal', state: 'withdrawn' },
    ]);
    await press('关闭');
    expect(closed).toBe(1);
  });

  it('tells what counts meanwhile when another channel had answered first', async () => {
    const waiting = { ...withdrawal, state: 'in_case' };
    answers = [{ status: 201, body: { ballot: waiting, openCase: { id: 'c1', countedBallot: cast } } }];
    await press('撤回您家的票');
    expect(host.textContent).toContain('您家有两种答复');
    expect(host.textContent).toContain('现在先按“同意”计入');
    expect(statesKept()[0]).toEqual({ id: 'cast', state: 'counted' });
    expect(cache.getQueryData<BallotPaper>(paperKey)!.openCase).toBe(true);
  });

  it('shows a refusal in the words of the office, and withdraws nothing', async () => {
    answers = [{ status: 409, body: { title: '这一轮已经截止，不能再撤回。', code: 'round_closed' } }];
    await press('撤回您家的票');
    expect(host.textContent).toContain('这一轮已经截止，不能再撤回。');
    expect(statesKept()).toEqual([{ id: 'cast', state: 'counted' }]);
  });
});
