import { findingSentence, verifyBundle } from '@jiati/verify';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { storedBallots, type StoredBallot } from '../ballots';
import {
  choiceSeal,
  contentHash,
  doorSeal,
  chainHeadOf,
  eventsOf,
  receiptHash,
  type BallotPayload,
  type BallotSalts,
  type ChainEventKind,
  type ChainEventRow,
} from '../chain';
import { findRound, type RoundRow } from '../rounds';
import { miscountedHeads, reviewsOfBallots, roundsOnRecord } from './bundles.repository';
import { ballotPlace, chainPlace, doorPlace, eventPlace, rowSentence, withoutChain } from './copy/verify-words';
import { ReadBundle } from './read-bundle';

/** Something that is not as the chain says. */
export interface ChainProblem {
  roundId: string;
  title: string;
  sentence: string;
}

/** What was walked, and what was found on the way. */
export interface ChainReport {
  rounds: number;
  events: number;
  ballots: number;
  problems: ChainProblem[];
}

type StoredEvent = ChainEventRow & { salts: BallotSalts | null };

/** What comes in from a household: each with its seals. */
const SEALED_KINDS: readonly ChainEventKind[] = ['ballot', 'supersede', 'withdraw'];
const REVIEWED: Record<string, string> = { approve: 'approved', return: 'has_issues', reject: 'rejected' };

/**
 * Walks every chain as anyone outside can, and then, with the salts only we have, compares each ballot's event with the
 * row it was made from. A row changed, removed or slipped in behind the triggers' back is named.
 */
@Injectable()
export class VerifyChains {
  constructor(private readonly bundle: ReadBundle) {}

  /** Changes nothing. @param tx of one snapshot */
  async execute(tx: EntityManager): Promise<ChainReport> {
    const rounds = await roundsOnRecord(tx);
    const report: ChainReport = { rounds: rounds.length, events: 0, ballots: 0, problems: [] };
    for (const { id, title } of rounds) {
      const chain = await eventsOf(tx, id);
      const head = await chainHeadOf(tx, id);
      const ballots = await storedBallots(tx, id);
      report.events += chain.length;
      report.ballots += ballots.length;
      const sentences = chain.length === 0 ? [withoutChain] : await this.problemsOf(tx, id, chain, ballots);
      if (head?.head !== chain.at(-1)?.hash || (head?.count ?? 0) !== chain.length) {
        sentences.push(rowSentence('head_differs', ''));
      }
      report.problems.push(...sentences.map((sentence) => ({ roundId: id, title, sentence })));
    }
    return report;
  }

  private async problemsOf(
    tx: EntityManager,
    id: string,
    chain: StoredEvent[],
    ballots: StoredBallot[],
  ): Promise<string[]> {
    const reviews = new Map((await reviewsOfBallots(tx, id)).map(({ ballotId, verdicts }) => [ballotId, verdicts]));
    const heads = await miscountedHeads(tx, id);
    return [
      ...(await this.roundProblems(tx, id, chain)),
      ...heads.map(({ roomNo }) => rowSentence('heads_differ', doorPlace(roomNo))),
      ...(await changedBallots(chain, ballots, reviews)),
      ...misplacedBallots(chain, ballots),
    ];
  }

  /** What anyone outside finds, and what was pinned beside the bundle. */
  private async roundProblems(tx: EntityManager, id: string, chain: StoredEvent[]): Promise<string[]> {
    const round = await findRound(tx, id);
    if (!round?.openedAt || !round.ruleset) return [rowSentence('round_gone', '')];
    const { findings } = await verifyBundle(await this.bundle.execute(tx, id));
    return [
      ...findings.map(findingSentence),
      ...changedTexts(round, chain[0]!.payload),
      ...changedPins(round, chain[0]!.payload),
      ...changedVoid(round, chain),
    ];
  }
}

/** The columns that repeat what the opening pinned. */
function changedPins(round: RoundRow, opening: Record<string, unknown>): string[] {
  const { id, version } = round.ruleset as { id?: unknown; version?: unknown };
  const rulesetFits =
    round.rulesetHash === opening.rulesetHash && round.rulesetId === id && round.rulesetVersion === version;
  return [
    ...(rulesetFits ? [] : [rowSentence('ruleset_columns', '')]),
    ...(round.electorateHash === opening.electorateHash ? [] : [rowSentence('electorate_hash', '')]),
  ];
}

function changedVoid({ voidReason }: RoundRow, chain: StoredEvent[]): string[] {
  const noted = chain.findLast(({ kind }) => kind === 'void')?.payload.reasonHash ?? null;
  const found = voidReason === null ? null : contentHash(voidReason);
  return noted === found ? [] : [rowSentence('void_differs', '')];
}

function changedTexts(round: RoundRow, opening: Record<string, unknown>): string[] {
  const texts = [
    ['scheme', round.schemeText, opening.schemeHash],
    ['costTable', round.costTable, opening.costTableHash],
    ['agreement', round.agreementText, opening.agreementHash],
  ] as const;
  return texts.filter(([, text, hash]) => contentHash(text) !== hash).map(([what]) => rowSentence(what, ''));
}

async function changedBallots(
  chain: StoredEvent[],
  ballots: StoredBallot[],
  reviews: ReadonlyMap<string, string[]>,
): Promise<string[]> {
  const sentences: string[] = [];
  const rows = new Map(ballots.map((ballot) => [ballot.id, ballot]));
  const verdicts = new Map(
    chain.filter(({ kind }) => kind in REVIEWED).map(({ kind, payload }) => [payload.ballotId, kind]),
  );
  const heldIn = casesOf(chain);
  for (const event of chain) {
    if (!SEALED_KINDS.includes(event.kind)) {
      if (event.salts !== null) sentences.push(rowSentence('salts_stray', eventPlace(event.seq)));
      continue;
    }
    const payload = event.payload as unknown as BallotPayload;
    const row = rows.get(payload.ballotId);
    rows.delete(payload.ballotId);
    if (!row) {
      sentences.push(rowSentence('ballot_missing', chainPlace(event.seq, payload.ballotId)));
      continue;
    }
    const place = ballotPlace(row.roomNo, row.seq, row.id);
    if (!(await fits(row, payload, event))) sentences.push(rowSentence('ballot_changed', place));
    const held = heldIn.get(row.id);
    const verdict = verdicts.get(row.id);
    const waits = row.needsReview && held === undefined ? 'received' : null;
    const reviewed = verdict === undefined ? waits : REVIEWED[verdict]!;
    const said = reviews.get(row.id)?.join() ?? '';
    if (row.submissionState !== reviewed || said !== (verdict ?? ''))
      sentences.push(rowSentence('review_differs', place));
    if (!isHeldAs(row, held)) sentences.push(rowSentence('case_differs', place));
  }
  for (const row of rows.values()) {
    sentences.push(rowSentence('ballot_unchained', ballotPlace(row.roomNo, row.seq, row.id)));
  }
  return sentences;
}

/** Ballots said to have taken the place of another door's. Outside that is seen only once the doors are open. */
function misplacedBallots(chain: StoredEvent[], ballots: StoredBallot[]): string[] {
  const rows = new Map<unknown, StoredBallot>(ballots.map((ballot) => [ballot.id, ballot]));
  return chain.flatMap(({ payload: { ballotId, supersedes } }) => {
    const row = rows.get(ballotId);
    if (!row || supersedes === undefined || rows.get(supersedes)?.householdId === row.householdId) return [];
    return [rowSentence('supersedes_other', ballotPlace(row.roomNo, row.seq, row.id))];
  });
}

/** A case as the chain tells of it. */
interface ChainedCase {
  caseId: unknown;
  settlements: number;
  outcome: unknown;
  standingBallotId: unknown;
}

/** By ballot: the case that holds it. */
function casesOf(chain: StoredEvent[]): Map<unknown, ChainedCase> {
  const cases = new Map<unknown, ChainedCase>();
  const heldIn = new Map<unknown, ChainedCase>();
  for (const { kind, payload } of chain) {
    const { caseId, ballotId, outcome } = payload;
    const known = cases.get(caseId) ?? { caseId, settlements: 0, outcome: null, standingBallotId: null };
    if (kind === 'case') heldIn.set(ballotId, known);
    else if (kind !== 'settle') continue;
    else Object.assign(known, { settlements: known.settlements + 1, outcome, standingBallotId: ballotId });
    cases.set(caseId, known);
  }
  return heldIn;
}

function isHeldAs(row: StoredBallot, held: ChainedCase | undefined): boolean {
  if (held === undefined) return row.caseId === null;
  return (
    row.caseId === held.caseId &&
    row.caseOutcome === held.outcome &&
    row.caseStandingBallotId === held.standingBallotId &&
    row.caseSettlements === held.settlements
  );
}

/** Whether a stored ballot is still, to the last byte of its evidence, the one the event was made from. */
async function fits(row: StoredBallot, payload: BallotPayload, { kind, at, salts }: StoredEvent): Promise<boolean> {
  return (
    salts !== null &&
    row.recomputedHash === row.contentHash &&
    (row.choice === null) === (kind === 'withdraw') &&
    row.channel === payload.channel &&
    row.needsReview === payload.needsReview &&
    row.receivedAt.getTime() === at.getTime() &&
    doorSeal(row, salts) === payload.doorSeal &&
    choiceSeal(row, salts) === payload.choiceSeal &&
    (await receiptHash(row.receiptCode, row.id)) === payload.receiptHash
  );
}
