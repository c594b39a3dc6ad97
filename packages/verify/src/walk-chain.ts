import { canonicalJson, hashOf } from './canonical.ts';
import type { Bundle, BundleEvent } from './bundle.ts';
import type { Finding, OpeningFact } from './findings.ts';

const NOTHING_BEFORE = '0'.repeat(64);
/** What a poster has room for, and a person can compare. */
const LEAST_HEAD = 8;

/** Recomputes every event's hash and its link to the one before. Each broken place is named. */
export async function walkChain({ round, chain }: Bundle): Promise<Finding[]> {
  const findings: Finding[] = [];
  let previous = NOTHING_BEFORE;
  for (const [index, event] of chain.entries()) {
    const place = index + 1;
    if (event.seq !== place) findings.push({ code: 'chain_broken', seq: place, why: 'number' });
    if (event.previousHash !== previous) findings.push({ code: 'chain_broken', seq: place, why: 'link' });
    if (event.hash !== (await hashOfEvent(round.id, event))) {
      findings.push({ code: 'chain_broken', seq: place, why: 'content' });
    }
    previous = event.hash;
  }
  return findings;
}

async function hashOfEvent(roundId: string, event: BundleEvent): Promise<string> {
  const { seq, kind, payload, at, previousHash } = event;
  return hashOf({ roundId, seq, kind, payload, at, previousHash }).catch(() => 'has no hash');
}

/** Compares what the first event froze with electorate, rule and texts of the bundle. */
export async function compareOpening({ round, ruleset, electorate, chain }: Bundle): Promise<Finding[]> {
  const frozen = chain[0]?.payload ?? {};
  const lines = electorate
    .map(({ householdId, buildingName, stairwellName, roomNo, areaDm2, headNo, tenure }) => {
      return { householdId, buildingName, stairwellName, roomNo, areaDm2, headNo, tenure };
    })
    .sort((a, b) => (a.householdId < b.householdId ? -1 : 1));
  const found: Record<OpeningFact, string> = {
    electorateHash: await hashOf(lines),
    rulesetHash: await hashOf(ruleset),
    motionHash: await hashOf({ title: round.title, statement: round.statement }),
    schemeHash: round.schemeHash,
    costTableHash: round.costTableHash,
    agreementHash: round.agreementHash,
    closesAt: round.closesAt,
  };
  return (Object.keys(found) as OpeningFact[])
    .filter((what) => frozen[what] !== found[what])
    .map((what) => ({ code: 'opening_differs', what }));
}

/** The event that somebody's poster, or an older bundle, knows the head of. */
export type PostedEvent = Pick<BundleEvent, 'seq' | 'kind' | 'at'>;

/** A posted head: at which event did the chain stand then? Without a count any event with this hash will do. */
export function findPostedHead(
  chain: BundleEvent[],
  posted: string,
): { event: PostedEvent | null; findings: Finding[] } {
  const [, counted, written] = /^\s*(?:(\d+)\s*[:：,，])?([0-9a-fA-F\s]*)$/.exec(posted) ?? [];
  const head = (written ?? '').replace(/\s/g, '').toLowerCase();
  if (head.length < LEAST_HEAD) return { event: null, findings: [{ code: 'posted_head_misread' }] };
  const count = counted === undefined ? null : Number(counted);
  const event = chain.find(({ seq, hash }) => {
    return hash.startsWith(head) && (count === null || seq === count);
  });
  if (event) return { event: { seq: event.seq, kind: event.kind, at: event.at }, findings: [] };
  const missing = { code: 'posted_head_missing' as const, head, count, chainCount: chain.length };
  return { event: null, findings: [missing] };
}

/** Everything an older bundle's chain says must stand unchanged at the beginning of the newer one. */
export function comparePrefix(older: Bundle, newer: Bundle): Finding[] {
  if (older.round.id !== newer.round.id) return [{ code: 'other_round' }];
  const first = older.chain.findIndex((event, index) => {
    const now = newer.chain[index];
    return now === undefined || canonicalJson(now) !== canonicalJson(event);
  });
  return first === -1 ? [] : [{ code: 'not_a_prefix', seq: first + 1 }];
}
