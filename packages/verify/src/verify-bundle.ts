import type { Decision, Tally } from '@jiati/rules';
import type { Bundle } from './bundle.ts';
import type { Finding } from './findings.ts';
import { findReceipt, type FoundReceipt } from './find-receipt.ts';
import { openSeals } from './open-seals.ts';
import { readBundle } from './read-bundle.ts';
import { readStory, type Story } from './read-story.ts';
import { recount } from './recount.ts';
import { comparePrefix, compareOpening, findPostedHead, walkChain } from './walk-chain.ts';

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
}

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
  const findings: Finding[] = [
    ...(await walkChain(bundle)),
    ...(bundle.chain.length === 0 ? [] : await compareOpening(bundle)),
    ...story.findings,
    ...(counted === null ? stillSealed(bundle) : [...counted.seals.findings, ...counted.recounted.findings]),
    ...compareWithInHand(bundle, inHand),
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
  };
}

async function openAndCount(bundle: Bundle, story: Story, announced: Record<string, unknown>) {
  const seals = await openSeals(bundle, story);
  return { seals, recounted: await recount(bundle, announced, seals) };
}

/** Before the result is announced nothing may be given away. */
function stillSealed({ disclosures, decision }: Bundle): Finding[] {
  return disclosures.length > 0 || decision !== null ? [{ code: 'disclosed_early' }] : [];
}

function compareWithInHand(bundle: Bundle, { postedHead, olderBundle }: InHand): Finding[] {
  const findings = postedHead === undefined ? [] : findPostedHead(bundle.chain, postedHead);
  if (olderBundle === undefined) return findings;
  const older = readBundle(olderBundle);
  if ('malformedAt' in older) return [...findings, { code: 'older_malformed', path: older.malformedAt }];
  return [...findings, ...comparePrefix(older.bundle, bundle)];
}

function nothing(findings: Finding[]): Verification {
  const chain = { count: 0, head: null };
  return { ok: false, findings, about: null, chain, ballotCount: 0, tally: null, decision: null, receipt: null };
}
