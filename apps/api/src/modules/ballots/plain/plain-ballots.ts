import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access';
import { currentRequestId } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Statements } from '../../../platform/transaction';
import { newSalts, receiptHash } from '../../chain';
import { PinnedRulesets, turnoutOfRow, type TurnoutRow } from '../../decisions';
import type { CastBallotInput, CastBallotResultDto } from '../dto/cast-ballot.dto';
import { newReceiptCode } from '../receipt-code';
import { ASKED, CAST_PLAIN } from './cast-plain.sql';

/** The most ballots of one statement. */
const MOST_TOGETHER = 32;

/** Milliseconds: a statement that takes longer waits for somebody's lock, and the next one does not wait for it. */
const PATIENCE = 25;

/** The most statements at once, late ones and all: fewer than there are connections. */
const MOST_UNDER_WAY = 3;

/** A plain ballot as it was received. */
type Asked = Record<keyof typeof ASKED, string | number | null> & { round_id: string };

interface CastRow extends TurnoutRow {
  place: number;
  seq: number;
  receiptCode: string;
  closesAt: Date;
  rulesetHash: string;
}

interface Waiting {
  asked: Asked;
  settle: (row: (CastRow & { receivedAt: Date }) | null) => void;
}

/**
 * Takes ballots that are plain (see CAST_PLAIN) in one round trip, those that arrive together in one statement and one
 * commit. Ballots of one round take turns, so a statement holds at most one of each round and no two wait for the
 * other's lock.
 */
@Injectable()
export class PlainBallots {
  private waiting: Waiting[] = [];
  private readonly roundsUnderWay = new Set<string>();
  private underWay = 0;
  /** Whether a statement that is not late is under way. What arrives meanwhile goes together in the next one. */
  private isBusy = false;
  private isDue = false;

  constructor(
    private readonly statements: Statements,
    private readonly rulesets: PinnedRulesets,
    private readonly clock: Clock,
  ) {}

  /**
   * Casts the ballot if it is plain.
   * @param caller the statement itself finds who that is and what they may
   * @returns the same answer as the long way; null when the ballot is not plain, and nothing was changed
   */
  async cast(
    { tokenHash, client }: Caller,
    roundId: string,
    input: CastBallotInput,
  ): Promise<CastBallotResultDto | null> {
    if (!mayBePlain(input)) return null;
    const receiptCode = newReceiptCode();
    const salts = newSalts();
    const asked = {
      place: 0,
      token_hash: tokenHash,
      client,
      request_id: currentRequestId(),
      round_id: roundId,
      household_id: input.householdId,
      id: input.id,
      choice: input.choice,
      cast_at: input.castAt.toISOString(),
      receipt_code: receiptCode,
      receipt_hash: await receiptHash(receiptCode, input.id),
      door_salt: salts.door,
      choice_salt: salts.choice,
    };
    const row = await new Promise<(CastRow & { receivedAt: Date }) | null>((settle) => this.queue({ asked, settle }));
    return row && this.answer(row, roundId, input);
  }

  private queue(ballot: Waiting): void {
    this.waiting.push(ballot);
    if (this.isDue) return;
    this.isDue = true;
    // What arrives in the same turn of the event loop goes together.
    setImmediate(() => {
      this.isDue = false;
      this.send();
    });
  }

  private send(): void {
    if (this.isBusy || this.underWay === MOST_UNDER_WAY) return;
    const batch = this.nextBatch();
    if (batch.length > 0) void this.run(batch);
  }

  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    for (const ballot of this.waiting) {
      const { round_id: roundId } = ballot.asked;
      if (batch.length === MOST_TOGETHER || this.roundsUnderWay.has(roundId)) later.push(ballot);
      else {
        this.roundsUnderWay.add(roundId);
        batch.push(ballot);
      }
    }
    this.waiting = later;
    return batch;
  }

  private async run(batch: Waiting[]): Promise<void> {
    this.underWay += 1;
    this.isBusy = true;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      this.isBusy = false;
      this.send();
    }, PATIENCE);
    const receivedAt = this.clock.now();
    const rows = await this.statement(batch, receivedAt);
    clearTimeout(late);
    for (const { asked } of batch) this.roundsUnderWay.delete(asked.round_id);
    this.underWay -= 1;
    if (!isLate) this.isBusy = false;
    batch.forEach(({ settle }, place) => {
      const row = rows?.get(place);
      settle(row ? { ...row, receivedAt } : null);
    });
    if (!rows) this.dismiss(batch);
    this.send();
  }

  /** What waits for its turn after ballots whose statement failed goes the long way too, instead of failing one by one. */
  private dismiss(failed: Waiting[]): void {
    const rounds = new Set(failed.map(({ asked }) => asked.round_id));
    const isOfThese = ({ asked }: Waiting) => rounds.has(asked.round_id);
    const dismissed = this.waiting.filter(isOfThese);
    this.waiting = this.waiting.filter((ballot) => !isOfThese(ballot));
    for (const { settle } of dismissed) settle(null);
  }

  /** A statement that fails as a whole has changed nothing: each of its ballots goes the long way and hears its reason. */
  private async statement(batch: Waiting[], receivedAt: Date): Promise<Map<number, CastRow> | null> {
    const asked = batch.map((ballot, place): Asked => ({ ...ballot.asked, place }));
    const arrays = (Object.keys(ASKED) as (keyof typeof ASKED)[]).map((column) => asked.map((each) => each[column]));
    try {
      const rows = await this.statements.rows<CastRow>({ name: 'cast-plain', text: CAST_PLAIN }, [
        ...arrays,
        receivedAt,
        receivedAt.toISOString(),
        this.clock.today(),
      ]);
      return new Map(rows.map((row) => [row.place, row]));
    } catch {
      return null;
    }
  }

  private async answer(
    row: CastRow & { receivedAt: Date },
    roundId: string,
    { id, choice, channel }: CastBallotInput,
  ): Promise<CastBallotResultDto> {
    const { seq, receiptCode, receivedAt, rulesetHash } = row;
    const ruleset = (await this.rulesets.outside([{ roundId, rulesetHash }])).get(rulesetHash)!;
    return {
      ballot: {
        id,
        seq,
        choice,
        channel,
        state: 'counted',
        assistedBy: null,
        receivedAt: receivedAt.toISOString(),
        receiptCode,
      },
      openCase: null,
      turnout: turnoutOfRow(row, ruleset, 'open'),
      closesAt: row.closesAt.toISOString(),
    };
  }
}

/** From what was sent alone: by phone, and with no evidence beside it. */
function mayBePlain({ channel, signature, paperPhotoBase64, ...input }: CastBallotInput): boolean {
  return (
    channel === 'self_service' &&
    signature === undefined &&
    paperPhotoBase64 === undefined &&
    input.signerName === undefined &&
    input.signerRelation === undefined &&
    input.identityCheck === undefined
  );
}
