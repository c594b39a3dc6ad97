import { hashOf } from './canonical.ts';
import type { Bundle, Disclosure } from './bundle.ts';
import type { Finding } from './findings.ts';
import { inForce, isSilence, type ChainedBallot, type Story } from './read-story.ts';

/** A ballot whose door is known. */
interface OpenedBallot {
  ballot: ChainedBallot;
  disclosure: Disclosure;
}

export interface OpenedSeals {
  /** By household: the ballot that counts, with its choice. */
  counted: Map<string, OpenedBallot>;
  findings: Finding[];
}

/**
 * Opens what the bundle discloses: every door, and the choice of the ballot that counts for it. A disclosure that does
 * not fit its seal is named with its room.
 */
export async function openSeals(bundle: Bundle, story: Story): Promise<OpenedSeals> {
  const findings: Finding[] = [];
  const disclosures = new Map(bundle.disclosures.map((disclosure) => [disclosure.ballotId, disclosure]));
  const known = new Set(story.ballots.map(({ ballotId }) => ballotId));
  for (const { ballotId } of bundle.disclosures) {
    if (!known.has(ballotId)) findings.push({ code: 'disclosure_stray', ballotId });
  }
  if (disclosures.size < bundle.disclosures.length) findings.push({ code: 'disclosure_stray', ballotId: 'twice' });

  const rooms = new Map(bundle.electorate.map(({ householdId, roomNo }) => [householdId, roomNo]));
  const castBy = new Map<string, number>();
  const counted = new Map<string, OpenedBallot>();
  for (const ballot of story.ballots) {
    const { seq, ballotId } = ballot;
    const disclosure = disclosures.get(ballotId);
    if (!disclosure) {
      findings.push({ code: 'disclosure_missing', seq, ballotId, roomNo: null, what: 'door' });
      continue;
    }
    const { householdId, ballotSeq, doorSalt } = disclosure;
    const roomNo = rooms.get(householdId) ?? null;
    const ordinal = (castBy.get(householdId) ?? 0) + 1;
    castBy.set(householdId, ordinal);
    const seal = await hashOf({ ballotId, householdId, ballotSeq, salt: doorSalt });
    if (seal !== ballot.doorSeal || roomNo === null || ballotSeq !== ordinal) {
      findings.push({ code: 'seal_differs', seq, ballotId, roomNo, what: 'door' });
    } else if (inForce(ballot)) {
      // After a withdrawal, and where it is asked again, a door has said nothing.
      if (isSilence(ballot)) counted.delete(householdId);
      else counted.set(householdId, { ballot, disclosure });
    }
  }
  findings.push(...(await openChoices(bundle, story, counted, rooms)), ...misplaced(story, disclosures, rooms));
  return { counted, findings };
}

/** Ballots that are said to have taken the place of one that did not count for their door. */
function misplaced(
  { replacements }: Story,
  disclosures: Map<string, Disclosure>,
  rooms: Map<string, string>,
): Finding[] {
  const doorOf = (ballotId: string) => disclosures.get(ballotId)?.householdId;
  return replacements
    .filter(({ ballotId, supersedes, since }) => {
      const door = doorOf(ballotId);
      return doorOf(supersedes) !== door || since.some((other) => doorOf(other) === door);
    })
    .map(({ seq, ballotId }) => {
      return { code: 'supersedes_other', seq, ballotId, roomNo: rooms.get(doorOf(ballotId) ?? '') ?? null };
    });
}

async function openChoices(
  bundle: Bundle,
  story: Story,
  counted: Map<string, OpenedBallot>,
  rooms: Map<string, string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const seals = new Map(story.ballots.map((ballot) => [ballot.ballotId, ballot]));
  const mustOpen = new Set([...counted.values()].map(({ ballot }) => ballot.ballotId));
  for (const { ballotId, householdId, choice, contentHash, choiceSalt } of bundle.disclosures) {
    const ballot = seals.get(ballotId);
    if (!ballot) continue;
    const where = { seq: ballot.seq, ballotId, roomNo: rooms.get(householdId) ?? null, what: 'choice' as const };
    if (choice === null) {
      if (mustOpen.has(ballotId)) findings.push({ code: 'disclosure_missing', ...where });
    } else if ((await hashOf({ ballotId, choice, contentHash, salt: choiceSalt })) !== ballot.choiceSeal) {
      findings.push({ code: 'seal_differs', ...where });
    }
  }
  return findings;
}
