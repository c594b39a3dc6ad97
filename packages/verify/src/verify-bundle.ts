import type { Decision, Tally } from '@jiati/rules';
import type { Bundle, BundleDoor } from './bundle.ts';
import type { Finding } from './findings.ts';
import { findReceipt, type FoundReceipt } from './find-receipt.ts';
import { openSeals } from './open-seals.ts';
import { readBundle } from './read-bundle.ts';
import { readStory, type Story } from './read-story.ts';
import { recount } from './recount.ts';
import { comparePrefix, compareOpening, findPostedHead, walkChain, type PostedEvent } from './walk-chain.ts';

/** What else the person checking has in hand. */
export interface InHand {
  /** A bundle fetched earlier: its chain must stand unchanged at the beginning of this one. */
  olderBundle?: unknown;
  /** A receipt code as printed or read out. */
  receipt?: string;
  /** Copied from a poster or count sheet: at least the first eight characters, or `18:3f2a01b1` with the count. */
  postedHead?: string;
}

/** What was found. `ok` means: nothing at all is wrong. */
export interface Verification {
  ok: boolean;
  findings: Finding[];
  /** Which round of which place; null when it is no bundle. */
  about: { place: string; title: string } | null;
  chain: { count: number; head: string | null };
  /** Ballots the chain tells of, whether they count or not. */
  ballotCount: number;
  /** Recounted from the disclosed ballots; null before the result is announced. */
  tally: Tally | null;
  decision: Decision | null;
  receipt: FoundReceipt | null;
  /** The older bundle, when all its events stand unchanged at the beginning of this one. */
  older: { count: number } | null;
  /** The event that the posted head belongs to. */
  posted: PostedEvent | null;
  /** Every door that was asked, in the order of the bundle. */
  doors: CountedDoor[];
}

/** A door, and what counts for it: null while sealed, and where nothing was said. */
export type CountedDoor = Omit<BundleDoor, 'householdId'> & { choice: 'for' | 'against' | 'abstain' | null };

/**
 * Checks a public bundle from itself alone: the chain, what the opening froze, the seals, the count, the verdict; and
 * against whatever the person has in hand.
 * @param value parsed JSON of any origin; what is not a bundle is a finding, never a throw
 */
export async function verifyBundle(value: unknown, inHand: InHand = {}): Promise<Verification> {
  const read = readBundle(value);
  if ('malformedAt' in read) return nothing([{ code: 'malformed', path: read.malformedAt }]);
  const { bundle } = read;
  const story = readStory(bundle);
  const counted = story.announced === null ? null : await openAndCount(bundle, story, story.announced);
  const found = inHand.receipt === undefined ? null : await findReceipt(story, counted?.seals ?? null, inHand.receipt);
  const { older, posted, findings: compared } = compareWithInHand(bundle, inHand);
  const findings: Finding[] = [
    ...(await walkChain(bundle)),
    ...(bundle.chain.length === 0 ? [] : await compareOpening(bundle)),
    ...story.findings,
    ...(counted === null ? stillSealed(bundle) : [...counted.seals.findings, ...counted.recounted.findings]),
    ...compared,
    ...(found?.findings ?? []),
  ];
  return {
    ok: findings.length === 0,
    findings,
    about: { place: String(bundle.chain[0]?.payload.scopeLabel ?? ''), title: bundle.round.title },
    chain: { count: bundle.chain.length, head: bundle.chain.at(-1)?.hash ?? null },
    ballotCount: story.ballots.length,
    tally: counted?.recounted.tally ?? null,
    decision: counted?.recounted.decision ?? null,
    receipt: found?.receipt ?? null,
    ...{ older, posted },
    doors: bundle.electorate.map(({ householdId, ...door }) => {
      return { ...door, choice: counted?.seals.counted.get(householdId)?.disclosure.choice ?? null };
    }),
  };
}

/**
 * Whether an older bundle is the beginning of a newer one (前缀): nothing that was public then has been changed since.
 * @returns how many events they share; or the finding that names the first event that differs
 */
export function isPrefixOf(
  older: unknown,
  newer: unknown,
): { isPrefix: true; count: number } | { isPrefix: false; finding: Finding } {
  const [then, now] = [readBundle(older), readBundle(newer)];
  if ('malformedAt' in then) return { isPrefix: false, finding: { code: 'older_malformed', path: then.malformedAt } };
  if ('malformedAt' in now) return { isPrefix: false, finding: { code: 'malformed', path: now.malformedAt } };
  const [finding] = comparePrefix(then.bundle, now.bundle);
  return finding ? { isPrefix: false, finding } : { isPrefix: true, count: then.bundle.chain.length };
}

async function openAndCount(bundle: Bundle, story: Story, announced: Record<string, unknown>) {
  const seals = await openSeals(bundle, story);
  return { seals, recounted: await recount(bundle, announced, seals) };
}

/** Before the result is announced nothing may be given away. */
function stillSealed({ disclosures, decision }: Bundle): Finding[] {
  return disclosures.length > 0 || decision !== null ? [{ code: 'disclosed_early' }] : [];
}

function compareWithInHand(bundle: Bundle, { postedHead, olderBundle }: InHand) {
  const head = postedHead === undefined ? null : findPostedHead(bundle.chain, postedHead);
  const prefix = olderBundle === undefined ? null : isPrefixOf(olderBundle, bundle);
  return {
    posted: head?.event ?? null,
    older: prefix?.isPrefix ? { count: prefix.count } : null,
    findings: [...(head?.findings ?? []), ...(prefix === null || prefix.isPrefix ? [] : [prefix.finding])],
  };
}

function nothing(findings: Finding[]): Verification {
  return {
    ...{ ok: false, findings, about: null, chain: { count: 0, head: null }, ballotCount: 0 },
    ...{ tally: null, decision: null, receipt: null, older: null, posted: null, doors: [] },
  };
}
