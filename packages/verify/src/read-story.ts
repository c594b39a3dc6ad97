import type { Bundle, BundleEvent } from './bundle.ts';
import type { Finding } from './findings.ts';

/** A ballot as its event tells of it. */
export interface ChainedBallot {
  seq: number;
  at: string;
  ballotId: string;
  channel: string;
  needsReview: boolean;
  doorSeal: string;
  choiceSeal: string;
  receiptHash: string;
  verdict: 'approve' | 'return' | 'reject' | null;
}

/** What the chain tells, read from the first event to the last. */
export interface Story {
  ballots: ChainedBallot[];
  announced: Record<string, unknown> | null;
  findings: Finding[];
}

type Phase = 'before' | 'open' | 'closed' | 'announced' | 'void';
const verdicts = ['approve', 'return', 'reject'];

const times = { openedAt: 'open', closedAt: 'close', announcedAt: 'announce' } as const;

/** In which phases an event may come, and which phase follows it. */
const table: Record<string, { from: Phase[]; to?: Phase }> = {
  open: { from: ['before'], to: 'open' },
  ballot: { from: ['open'] },
  approve: { from: ['open', 'closed'] },
  return: { from: ['open', 'closed'] },
  reject: { from: ['open', 'closed'] },
  close: { from: ['open'], to: 'closed' },
  announce: { from: ['closed'], to: 'announced' },
  void: { from: ['open', 'closed'], to: 'void' },
};

/** Reads the chain as a story: which ballots there are, how they were reviewed, and whether events come in an order that can be. */
export function readStory({ chain, round }: Bundle): Story {
  const ballots = new Map<string, ChainedBallot>();
  const story: Story = { ballots: [], announced: null, findings: [] };
  let phase: Phase = 'before';
  for (const [index, event] of chain.entries()) {
    const rule = Object.hasOwn(table, event.kind) ? table[event.kind] : undefined;
    const fits = rule?.from.includes(phase) === true && take(event, index + 1, ballots);
    if (!fits) story.findings.push({ code: 'out_of_order', seq: index + 1, kind: event.kind });
    if (event.kind === 'announce') story.announced = event.payload;
    phase = rule?.to ?? phase;
  }
  const state = round.state === 'settled' ? 'announced' : round.state;
  if (state !== phase) story.findings.push({ code: 'state_differs', state: round.state });
  for (const [what, kind] of Object.entries(times) as [keyof typeof times, string][]) {
    if (round[what] !== (chain.find((event) => event.kind === kind)?.at ?? null)) {
      story.findings.push({ code: 'time_differs', what });
    }
  }
  story.ballots = [...ballots.values()];
  return story;
}

/** Notes a ballot or a verdict; false when it cannot be: a ballot twice, a verdict on nothing or on what needs none. */
function take(event: BundleEvent, seq: number, ballots: Map<string, ChainedBallot>): boolean {
  const ballotId = String(event.payload.ballotId);
  const known = ballots.get(ballotId);
  if (event.kind === 'ballot') {
    if (known) return false;
    const { channel, needsReview, doorSeal, choiceSeal, receiptHash } = event.payload;
    ballots.set(ballotId, {
      ...{ seq, at: event.at, ballotId, verdict: null },
      ...{ channel: String(channel), needsReview: needsReview !== false },
      ...{ doorSeal: String(doorSeal), choiceSeal: String(choiceSeal), receiptHash: String(receiptHash) },
    });
    return true;
  }
  if (!verdicts.includes(event.kind)) return true;
  if (!known?.needsReview || known.verdict !== null) return false;
  known.verdict = event.kind as ChainedBallot['verdict'];
  return true;
}

/** In force: needs no review, or was approved. */
export function inForce(ballot: ChainedBallot): boolean {
  return !ballot.needsReview || ballot.verdict === 'approve';
}
