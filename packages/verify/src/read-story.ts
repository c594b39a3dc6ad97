import type { Bundle, BundleEvent } from './bundle.ts';
import type { Finding } from './findings.ts';

/** Answers of one door that differ: later ones are held until a settlement lets one of them stand. */
export interface ChainedCase {
  held: string[];
  /** null: the earlier one goes on counting. */
  standing: string | null;
  outcome: string | null;
}

/** A ballot, or the withdrawal of one, as its event tells of it. */
export interface ChainedBallot {
  seq: number;
  at: string;
  ballotId: string;
  channel: string;
  needsReview: boolean;
  doorSeal: string;
  choiceSeal: string;
  receiptHash: string;
  isWithdrawal: boolean;
  verdict: 'approve' | 'return' | 'reject' | null;
  /** The case that holds it. */
  heldIn: ChainedCase | null;
}

/** What the chain tells, read from the first event to the last. */
export interface Story {
  ballots: ChainedBallot[];
  announced: Record<string, unknown> | null;
  findings: Finding[];
}

type Phase = 'before' | 'open' | 'closed' | 'announced' | 'void';
const verdicts = ['approve', 'return', 'reject'];
const outcomes = ['earlier', 'later', 'ask_again'];

const times = { openedAt: 'open', closedAt: 'close', announcedAt: 'announce' } as const;

/** In which phases an event may come, and which phase follows it. */
const table: Record<string, { from: Phase[]; to?: Phase }> = {
  open: { from: ['before'], to: 'open' },
  ballot: { from: ['open'] },
  withdraw: { from: ['open'] },
  approve: { from: ['open', 'closed'] },
  return: { from: ['open', 'closed'] },
  reject: { from: ['open', 'closed'] },
  case: { from: ['open', 'closed'] },
  settle: { from: ['open', 'closed'] },
  close: { from: ['open'], to: 'closed' },
  announce: { from: ['closed'], to: 'announced' },
  void: { from: ['open', 'closed'], to: 'void' },
};

/** Reads the chain as a story: which ballots there are, how they were reviewed, and whether events come in an order that can be. */
export function readStory({ chain, round }: Bundle): Story {
  const ballots = new Map<string, ChainedBallot>();
  const cases = new Map<string, ChainedCase>();
  const story: Story = { ballots: [], announced: null, findings: [] };
  let phase: Phase = 'before';
  for (const [index, event] of chain.entries()) {
    const rule = Object.hasOwn(table, event.kind) ? table[event.kind] : undefined;
    const fits = rule?.from.includes(phase) === true && take(event, index + 1, ballots, cases);
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
function take(
  event: BundleEvent,
  seq: number,
  ballots: Map<string, ChainedBallot>,
  cases: Map<string, ChainedCase>,
): boolean {
  const ballotId = String(event.payload.ballotId);
  const known = ballots.get(ballotId);
  if (event.kind === 'case') return hold(event, known, cases);
  if (event.kind === 'settle') return settle(event, cases);
  if (event.kind === 'ballot' || event.kind === 'withdraw') {
    if (known) return false;
    const { channel, needsReview, doorSeal, choiceSeal, receiptHash } = event.payload;
    ballots.set(ballotId, {
      ...{ seq, at: event.at, ballotId, isWithdrawal: event.kind === 'withdraw', verdict: null, heldIn: null },
      ...{ channel: String(channel), needsReview: needsReview !== false },
      ...{ doorSeal: String(doorSeal), choiceSeal: String(choiceSeal), receiptHash: String(receiptHash) },
    });
    return true;
  }
  if (!verdicts.includes(event.kind)) return true;
  if (!known?.needsReview || known.verdict !== null || known.heldIn !== null) return false;
  known.verdict = event.kind as ChainedBallot['verdict'];
  return true;
}

/** A ballot joins a case; false when it cannot: it is unknown, counts by itself, or is held already. */
function hold({ payload }: BundleEvent, ballot: ChainedBallot | undefined, cases: Map<string, ChainedCase>): boolean {
  const caseId = String(payload.caseId);
  const held = cases.get(caseId) ?? { held: [], standing: null, outcome: null };
  if (!ballot?.needsReview || ballot.heldIn !== null || held.outcome !== null) return false;
  cases.set(caseId, held);
  held.held.push(ballot.ballotId);
  ballot.heldIn = held;
  return true;
}

/** An officer says how a case stands; false when it cannot be: no such case, or a ballot that is not in it. */
function settle({ payload }: BundleEvent, cases: Map<string, ChainedCase>): boolean {
  const settled = cases.get(String(payload.caseId));
  const { outcome, ballotId } = payload;
  if (!settled || !outcomes.includes(String(outcome))) return false;
  const isHeld = settled.held.some((held) => held === ballotId);
  if (outcome === 'earlier' ? ballotId !== null : !isHeld) return false;
  settled.outcome = String(outcome);
  settled.standing = ballotId === null ? null : String(ballotId);
  return true;
}

/** In force: needs no review, or was approved; in a case, the settlement lets it stand. */
export function inForce({ ballotId, needsReview, verdict, heldIn }: ChainedBallot): boolean {
  return heldIn === null ? !needsReview || verdict === 'approve' : heldIn.standing === ballotId;
}

/** Whether a ballot in force says nothing: a withdrawal, and where the door is asked again. */
export function isSilence({ isWithdrawal, heldIn }: ChainedBallot): boolean {
  return isWithdrawal || heldIn?.outcome === 'ask_again';
}
