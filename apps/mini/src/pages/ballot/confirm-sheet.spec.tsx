import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import type { BallotPaper } from '@/api/wire';
import { ConfirmSheet } from './confirm-sheet';

interface Sent {
  url: string;
  body: Record<string, unknown>;
}

const sent: Sent[] = [];
let answers: { status: number; body: unknown }[] = [];

/** The network's end: what the page sends stands in `sent`; without an answer there is no network. */
globalThis.fetch = async (url, init) => {
  sent.push({ url: String(url), body: JSON.parse(String(init?.body)) as Record<string, unknown> });
  const answer = answers.shift();
  if (!answer) throw new TypeError('no network');
  return { status: answer.status, text: async () => JSON.stringify(answer.body) } as Response;
};

const paper: BallotPaper = {
  round: {
    id: 'r1',
    state: 'open',
    title: '加装电梯方案和协议',
    statement: '',
    closesAt: '2036-12-03T12:00:00Z',
    ruleset: { electronicBallots: 'binding' } as BallotPaper['round']['ruleset'],
  },
  household: {
    householdId: 'h1',
    roomNo: '302',
    buildingName: '3号楼',
    stairwellName: '9号门洞',
    estateName: '春晓苑',
    areaDm2: 6145,
  },
  mayVote: true,
  frozen: null,
  proxyAuthorisationId: null,
  openCase: false,
  documents: {} as BallotPaper['documents'],
  myShareFen: null,
  citations: [],
  ballots: [],
  consent: null,
};
const counted = {
  id: 'x',
  seq: 1,
  choice: 'for',
  channel: 'self_service',
  state: 'counted',
  receivedAt: '',
  receiptCode: '',
};

describe('Confirming a ballot', () => {
  let root: Root;
  let host: HTMLElement;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    sent.length = 0;
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
    await act(async () => {
      root.render(
        <QueryClientProvider client={new QueryClient()}>
          <ConfirmSheet paper={paper} choice="for" onClose={() => undefined} />
        </QueryClientProvider>,
      );
    });
  });

  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
  });

  const submit = () =>
    act(async () => {
      [...host.querySelectorAll('button')].find((button) => button.textContent === '提交表决票')!.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
    });

  it('repeats room, answer and motion before anything is sent', () => {
    expect(host.textContent).toContain('302室 · 同意');
    expect(host.textContent).toContain('表决的是：加装电梯方案和协议');
    expect(sent).toHaveLength(0);
  });

  it('sends the same ballot again after the network failed, so that it counts once', async () => {
    answers = [];
    await submit();
    expect(host.textContent).toContain('连不上网络');
    answers = [{ status: 201, body: { ballot: counted, turnout: [], closesAt: '' } }];
    await submit();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]!.body).toMatchObject({ householdId: 'h1', choice: 'for', channel: 'self_service' });
    expect((Taro as unknown as { visited: string[] }).visited.at(-1)).toBe(
      '/pages/receipt/index?roundId=r1&householdId=h1',
    );
  });

  it('shows a refusal in the words of the office', async () => {
    answers = [{ status: 409, body: { title: '这一轮已经截止，不能再投票。', code: 'round_closed' } }];
    await submit();
    expect(host.textContent).toContain('这一轮已经截止，不能再投票。');
  });
});
