import { randomUUID } from 'node:crypto';
import type { Ask } from './client.ts';
import type { Door, House } from './house.ts';

export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** The body of a ballot; sent again unchanged it is the same ballot. */
export interface BallotBody {
  id: string;
  householdId: string;
  choice: Choice;
  channel: 'self_service' | 'home_visit' | 'paper';
  castAt: string;
  [evidence: string]: unknown;
}

/** The smallest real PNG. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const seen = { signerName: 'Signer', identityCheck: 'known_in_person' };
const evidence = {
  self_service: {},
  home_visit: { ...seen, signerRelation: 'owner', signature: { kind: 'typed', typedName: 'Signer' } },
  paper: { ...seen, paperPhotoBase64: PHOTO },
};

/** A ballot that nobody has sent yet. */
export function newBallot(door: Door, choice: Choice, channel: BallotBody['channel'] = 'self_service'): BallotBody {
  const { householdId } = door;
  return { id: randomUUID(), householdId, choice, channel, castAt: new Date().toISOString(), ...evidence[channel] };
}

/** The same with a signature, which the API does not take in one statement. */
export function theLongWay(body: BallotBody): BallotBody {
  return { ...body, signature: { kind: 'typed', typedName: 'Signer' } };
}

const ask = (door: Door, token: string, body: BallotBody, office = false): Ask => {
  return { method: 'POST', path: `/api/rounds/${door.roundId}/ballots`, token, office, body };
};

/** How each of the four ways in sends it. */
export const ways = {
  owner: (door: Door, body: BallotBody) => ask(door, door.owner, body),
  coOwner: (door: Door, body: BallotBody) => ask(door, door.coOwner, body),
  visit: (door: Door, body: BallotBody, { volunteer }: House) => ask(door, volunteer, body),
  paper: (door: Door, body: BallotBody, { officer }: House) => ask(door, officer, body, true),
};

/** A ballot that was acknowledged: whoever sent it holds this receipt. */
export interface Acknowledged {
  door: Door;
  body: BallotBody;
  receiptCode: string;
  state: string;
}

/** Everything that was acknowledged in a run, as the clients remember it. */
export class Ledger {
  private readonly lines = new Map<string, Acknowledged>();
  /** Ballots acknowledged twice with another receipt. */
  readonly contradictions: string[] = [];

  add(door: Door, body: BallotBody, answer: { body: { ballot: { receiptCode: string; state: string } } }): void {
    const { receiptCode, state } = answer.body.ballot;
    const known = this.lines.get(body.id);
    if (known && known.receiptCode !== receiptCode) this.contradictions.push(body.id);
    if (!known) this.lines.set(body.id, { door, body, receiptCode, state });
  }

  has(id: string): boolean {
    return this.lines.has(id);
  }

  get size(): number {
    return this.lines.size;
  }

  all(): Acknowledged[] {
    return [...this.lines.values()];
  }
}
