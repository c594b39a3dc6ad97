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

/** A ballot that takes the place of an earlier one of its door, as it counts at once or by its approval. */
export interface Replacement {
  seq: number;
  ballotId: string;
  /** The ballot that counted for the door until then. */
  supersedes: string;
  /** What was in force then and came in after that one: none of it can be the door's. */
  since: string[];
}

/** What the chain tells, read from the first event to the last. */
export interface Story {
  ballots: ChainedBallot[];
  /** Empty in a chain from before replacements were told: there a changed ballot is one `ballot` more. */
  replacements: Replacement[];
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
  supersede: { from: ['open'] },
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
  const told: Told = { ballots: new Map(), cases: new Map(), replacements: [] };
  const { replacements } = told;
  const story: Story = { ballots: [], replacements, announced: null, findings: [] };
  let phase: Phase = 'before';
  for (const [index, event] of chain.entries()) {
    const rule = Object.hasOwn(table, event.kind) ? table[event.kind] : undefined;
    const fits = rule?.from.includes(phase) === true && take(event, index + 1, told);
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
  story.ballots = [...told.ballots.values()];
  return story;
}

/** What the events so far have told. */
interface Told {
  ballots: Map<string, ChainedBallot>;
  cases: Map<string, ChainedCase>;
  replacements: Replacement[];
}

/** Notes a ballot or a verdict; false when it cannot be: a ballot twice, a verdict on nothing or on what needs none. */
function take(event: BundleEvent, seq: number, told: Told): boolean {
  const { kind, payload } = event;
  const known = told.ballots.get(String(payload.ballotId));
  if (kind === 'case') return hold(event, known, told.cases);
  if (kind === 'settle') return settle(event, told.cases);
  if (kind === 'ballot' || kind === 'supersede' || kind === 'withdraw') {
    if (known) return false;
    const ballot = ballotOf(event, seq);
    const replaces = kind === 'supersede' && !ballot.needsReview && replace(event, seq, ballot, told);
    told.ballots.set(ballot.ballotId, ballot);
    return replaces || (kind !== 'supersede' && payload.supersedes === undefined);
  }
  if (!verdicts.includes(kind)) return true;
  if (!known?.needsReview || known.verdict !== null || known.heldIn !== null) return false;
  const fits = payload.supersedes === undefined || (kind === 'approve' && replace(event, seq, known, told));
  known.verdict = kind as ChainedBallot['verdict'];
  return fits;
}

function ballotOf({ kind, at, payload }: BundleEvent, seq: number): ChainedBallot {
  const { ballotId, channel, needsReview, doorSeal, choiceSeal, receiptHash } = payload;
  return {
    ...{ seq, at, ballotId: String(ballotId), isWithdrawal: kind === 'withdraw', verdict: null, heldIn: null },
    ...{ channel: String(channel), needsReview: needsReview !== false },
    ...{ doorSeal: String(doorSeal), choiceSeal: String(choiceSeal), receiptHash: String(receiptHash) },
  };
}

/**
 * A ballot takes the place of an earlier one; false when it cannot: that one is unknown or later, does not count, or its
 * place was taken before. That it counted for the same door is seen once the doors are open.
 */
function replace(
  { payload }: BundleEvent,
  seq: number,
  ballot: ChainedBallot,
  { ballots, replacements }: Told,
): boolean {
  const earlier = ballots.get(String(payload.supersedes));
  if (!earlier || earlier.seq >= ballot.seq || !inForce(earlier) || isSilence(earlier)) return false;
  const supersedes = earlier.ballotId;
  if (replacements.some((known) => known.supersedes === supersedes)) return false;
  const since = [...ballots.values()].filter((each) => each.seq > earlier.seq && inForce(each));
  replacements.push({ seq, ballotId: ballot.ballotId, supersedes, since: since.map(({ ballotId }) => ballotId) });
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
