import { countRound, rulesets, type Ruleset } from '@jiati/rules';
import { hashOf, receiptHashOf, type Bundle, type BundleEvent, type Disclosure } from '../src/index.ts';

export type Choice = 'for' | 'against' | 'abstain';
/** What happens in the round, in order. A ballot's id is `b1`, `b2`… in the order of casting. */
export type Happening =
  | { cast: string; choice: Choice; witnessed?: true; held?: true }
  | { withdraw: string; held?: true }
  | { review: 'approve' | 'return' | 'reject'; ballotId: string }
  /** A ballot joins a case, and how a case is settled: `later` names the ballot that stands, `ask_again` the newest. */
  | { hold: string; caseId: string }
  | { settle: string; outcome: 'earlier' | 'later' | 'ask_again'; ballotId: string | null }
  | 'close'
  | 'announce';

type Cast = Disclosure & { inForce: boolean; isSilent: boolean; heldIn: string | null };

const AREA_DM2 = 6_000;
const ROOMS = ['101', '102', '201', '202', '301', '302'];
const civilCode = rulesets.find(({ id }) => id === 'cn-278-7') as Ruleset;

const CHARACTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The receipt code of the n-th ballot. The check character moves by 11 of 31 places with the eleventh. */
export const receiptOf = (n: number): string =>
  `7K2M-QWX9-A4${'23456789ABCDEFGH'.charAt(n)}${CHARACTERS.charAt((9 + 11 * n) % CHARACTERS.length)}`;

/**
 * An honest bundle, made from the description of the format and with none of the API's code.
 * @param told whether the chain names what a ballot takes the place of; older chains do not
 */
export async function buildBundle(happenings: Happening[], told: 'replacements' | 'older' = 'replacements') {
  const electorate = ROOMS.map((roomNo, index) => ({
    ...{ householdId: `house-${roomNo}`, buildingName: '1号楼', stairwellName: '1号门洞', roomNo },
    ...{ areaDm2: AREA_DM2, headNo: index + 1, tenure: 'commodity' },
  }));
  const round: Bundle['round'] = {
    ...{ id: 'round-1', state: 'open', title: '加装电梯意愿征询', statement: '是否同意在本门洞加装电梯？' },
    ...{ openedAt: at(1), closesAt: at(500), closedAt: null, announcedAt: null },
    ...{ schemeHash: 'a'.repeat(64), costTableHash: 'b'.repeat(64), agreementHash: 'c'.repeat(64) },
  };
  const chain: BundleEvent[] = [];
  const append = async (kind: string, payload: Record<string, unknown>): Promise<void> => {
    const seq = chain.length + 1;
    const event = { seq, kind, at: at(seq), payload, previousHash: chain.at(-1)?.hash ?? '0'.repeat(64) };
    chain.push({ ...event, hash: await hashOf({ roundId: round.id, ...event }) });
  };
  await append('open', {
    scopeLabel: '春晓苑 1号楼 1号门洞',
    electorateHash: await hashOf(electorate),
    rulesetHash: await hashOf(civilCode),
    motionHash: await hashOf({ title: round.title, statement: round.statement }),
    ...{ schemeHash: round.schemeHash, costTableHash: round.costTableHash, agreementHash: round.agreementHash },
    closesAt: round.closesAt,
  });

  const cast: Cast[] = [];
  /** What counts for the door of a ballot, if it came before it. */
  const replaced = ({ householdId }: Disclosure, place: number): Cast | undefined => {
    const earlier = told === 'older' ? undefined : counted(cast).find((each) => each.householdId === householdId);
    return earlier && cast.indexOf(earlier) < place ? earlier : undefined;
  };
  const bundle: Bundle = {
    ...{ format: 'jiati-bundle', version: 1, round, ruleset: civilCode, electorate, chain },
    ...{ disclosures: [], decision: null },
  };
  for (const happening of happenings) {
    if (happening === 'close') {
      round.closedAt = at(chain.length + 1);
      round.state = 'closed';
      await append('close', { countedHouseholds: counted(cast).length });
    } else if (happening === 'announce') {
      round.announcedAt = at(chain.length + 1);
      round.state = 'announced';
      const result = countRound(
        civilCode,
        electorate.map(({ householdId, areaDm2, headNo }) => ({ householdId, areaDm2, headKey: String(headNo) })),
        counted(cast),
        { phase: 'closed' },
      );
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const { tally, decision } = result.value;
      await append('announce', { verdict: decision.verdict, decisionHash: await hashOf(decision), tally });
      bundle.decision = decision;
      bundle.disclosures = cast.map(({ inForce: _, isSilent: __, heldIn: ___, ...disclosure }) =>
        counted(cast).some(({ ballotId }) => ballotId === disclosure.ballotId)
          ? disclosure
          : { ...disclosure, choice: null, contentHash: null, choiceSalt: null },
      );
    } else if ('review' in happening) {
      const { review, ballotId } = happening;
      const place = cast.findIndex((each) => each.ballotId === ballotId);
      const earlier = review === 'approve' ? replaced(cast[place]!, place) : undefined;
      await append(review, { ballotId, supersedes: earlier?.ballotId });
      cast[place]!.inForce = review === 'approve';
    } else if ('hold' in happening) {
      const { hold: ballotId, caseId } = happening;
      await append('case', { caseId, ballotId });
      Object.assign(
        cast.find((ballot) => ballot.ballotId === ballotId)!,
        { heldIn: caseId, inForce: false },
      );
    } else if ('settle' in happening) {
      const { settle: caseId, outcome, ballotId } = happening;
      await append('settle', { caseId, outcome, ballotId });
      for (const ballot of cast.filter(({ heldIn }) => heldIn === caseId)) {
        ballot.inForce = ballot.ballotId === ballotId;
        ballot.isSilent = ballot.choice === null || outcome === 'ask_again';
      }
    } else {
      const n = cast.length + 1;
      const choice = 'cast' in happening ? happening.choice : null;
      const householdId = `house-${'cast' in happening ? happening.cast : happening.withdraw}`;
      const isWitnessed = 'cast' in happening && happening.witnessed === true;
      const needsReview = isWitnessed || happening.held === true;
      const ballot = {
        ...{ ballotId: `b${n}`, householdId },
        ballotSeq: cast.filter((earlier) => earlier.householdId === householdId).length + 1,
        ...{ doorSalt: `door-${n}`, choice, contentHash: `content-${n}`, choiceSalt: `choice-${n}` },
      };
      const earlier = choice === null || needsReview ? undefined : replaced(ballot, cast.length);
      cast.push({ ...ballot, inForce: !needsReview, isSilent: choice === null, heldIn: null });
      const { ballotId, ballotSeq, doorSalt, contentHash, choiceSalt } = ballot;
      await append(choice === null ? 'withdraw' : earlier ? 'supersede' : 'ballot', {
        ballotId,
        channel: isWitnessed ? 'home_visit' : 'self_service',
        needsReview,
        doorSeal: await hashOf({ ballotId, householdId, ballotSeq, salt: doorSalt }),
        choiceSeal: await hashOf({ ballotId, choice, contentHash, salt: choiceSalt }),
        receiptHash: await receiptHashOf(receiptOf(n), ballotId),
        supersedes: earlier?.ballotId,
      });
    }
  }
  return bundle;
}

/** A bundle in which one event says something else, and every hash was made to fit again. */
export function forged(bundle: Bundle, seq: number, { kind, ...payload }: Record<string, unknown>): Promise<Bundle> {
  const event = bundle.chain[seq - 1]!;
  Object.assign(event, kind === undefined ? {} : { kind });
  Object.assign(event.payload, payload);
  return rehash(bundle);
}

/** Makes every hash of the chain fit again, as somebody would who owns the database. */
export async function rehash(bundle: Bundle): Promise<Bundle> {
  let previousHash = '0'.repeat(64);
  for (const [index, event] of bundle.chain.entries()) {
    Object.assign(event, { seq: index + 1, previousHash });
    const { seq, kind, payload } = event;
    event.hash = await hashOf({ roundId: bundle.round.id, seq, kind, payload, at: event.at, previousHash });
    previousHash = event.hash;
  }
  return bundle;
}

function counted(cast: Cast[]): (Cast & { choice: Choice })[] {
  const last = new Map<string, Cast>();
  for (const ballot of cast) if (ballot.inForce) last.set(ballot.householdId, ballot);
  return [...last.values()].filter((ballot): ballot is Cast & { choice: Choice } => !ballot.isSilent);
}

function at(minute: number): string {
  return new Date(Date.UTC(2026, 11, 1, 0, minute)).toISOString();
}
