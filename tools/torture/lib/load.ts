import { CHOICES, Ledger, newBallot, theLongWay, ways, type BallotBody } from './ballots.ts';
import { Cut, isCleanly503, type Answer, type Ask } from './client.ts';
import type { Door } from './house.ts';
import type { TortureSystem } from './system.ts';

/** What the clients of a load went through. */
export interface Seen {
  acknowledged: number;
  /** Requests that were sent again: by what made it necessary. */
  repeated: Record<string, number>;
  /** Answers that must not be. */
  wrong: string[];
  /** Requests on an open connection that got no whole answer: the ballot, what happened and when. */
  cut: { id: string; code: string; answerBegan: boolean; at: Date }[];
  /** The longest that anybody waited for an answer. */
  slowestMs: number;
}

const REST_MS = 150;

/**
 * Neighbours who cast ballots one after the other, as their telephones do: what was not acknowledged is sent again,
 * unchanged, until it is. Every eighth of them comes the long way.
 */
export class Load {
  readonly seen: Seen = { acknowledged: 0, repeated: {}, wrong: [], cut: [], slowestMs: 0 };
  private isOver = false;
  private clients: Promise<void>[] = [];
  /** Clients who were answered 503. */
  private readonly told = new Set<number>();

  constructor(
    private readonly system: TortureSystem,
    private readonly doors: readonly Door[],
    private readonly ledger: Ledger,
  ) {}

  start(clients: number): this {
    // Nobody else speaks for a client's doors, so the order of its ballots is known.
    this.clients = Array.from({ length: clients }, (_, client) =>
      this.castOn(
        this.doors.filter((_door, index) => index % clients === client),
        client,
      ),
    );
    return this;
  }

  /** Waits until so many more are acknowledged. */
  async more(ballots: number): Promise<void> {
    const enough = this.seen.acknowledged + ballots;
    const isEnough = async () => this.seen.acknowledged >= enough || this.seen.wrong.length > 0;
    await this.system.until(isEnough, `Not ${ballots} ballots were acknowledged`);
  }

  /** Waits until every client was told to come back later. */
  async everyoneRefused(): Promise<void> {
    this.told.clear();
    const isEveryone = async () => this.told.size === this.clients.length || this.seen.wrong.length > 0;
    await this.system.until(isEveryone, 'Not every client was told to come back later');
  }

  /** Lets every client finish the ballot in its hand. */
  async stop(): Promise<Seen> {
    this.isOver = true;
    await Promise.all(this.clients);
    return this.seen;
  }

  private async castOn(doors: Door[], client: number): Promise<void> {
    for (let turn = 0; !this.isOver && doors.length > 0; turn += 1) {
      const door = doors[turn % doors.length]!;
      const body = newBallot(door, CHOICES[Math.floor(Math.random() * CHOICES.length)]!);
      await this.untilAcknowledged(door, client % 8 === 0 ? theLongWay(body) : body, client);
    }
  }

  private async untilAcknowledged(door: Door, body: BallotBody, client: number): Promise<void> {
    const ask: Ask = ways.owner(door, body);
    for (;;) {
      const before = performance.now();
      const answer = await this.system.clients.send(ask).catch((error: unknown) => error as Cut);
      this.seen.slowestMs = Math.max(this.seen.slowestMs, performance.now() - before);
      if (!(answer instanceof Cut) && answer.status === 201) {
        this.ledger.add(door, body, answer);
        this.seen.acknowledged += 1;
        return;
      }
      if (!this.mayBeRepeated(body, answer)) return;
      if (!(answer instanceof Cut)) this.told.add(client);
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }

  private mayBeRepeated({ id }: BallotBody, answer: Answer | Cut): boolean {
    if (answer instanceof Cut) {
      const { code, answerBegan } = answer;
      if (!answer.neverBegan) this.seen.cut.push({ id, code, answerBegan, at: new Date() });
      this.count(code);
      return code !== 'TIMEOUT' || this.isWrong(`no answer for ballot ${id}`);
    }
    if (isCleanly503(answer)) {
      this.count('503');
      return true;
    }
    return this.isWrong(`${answer.status} ${JSON.stringify(answer.headers)} ${JSON.stringify(answer.body)}`);
  }

  private isWrong(what: string): false {
    this.seen.wrong.push(what);
    return false;
  }

  private count(why: string): void {
    this.seen.repeated[why] = (this.seen.repeated[why] ?? 0) + 1;
  }
}

/** `503 12, ECONNREFUSED 40`. */
export function repeatedOf({ repeated }: Seen): string {
  return (
    Object.entries(repeated)
      .map(([why, times]) => `${why} ${times}`)
      .join(', ') || 'none'
  );
}
