import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { common } from '../../platform/errors';
import { latestSigned } from '../agreements';
import { frozenOf, RollDirectory } from '../roll';
import { electorateOf, findRound, type EntitlementRow, type RoundRow } from '../rounds';
import { BallotsAccess } from './ballots.access';
import { hasOpenCase, visibleBallots } from './ballots.presenter';
import { ballotsOf } from './ballots.repository';
import type { BallotPaperDto, DocumentsDto, LabelledCitationDto } from './dto/ballot-paper.dto';

/** The ballot paper of one household: motion, documents with their hashes, its share, and its own ballots. */
@Injectable()
export class ReadBallotPaper {
  constructor(
    private readonly access: BallotsAccess,
    private readonly roll: RollDirectory,
  ) {}

  /** @throws not_found (404) for a draft or void round, a household that is not asked, and anyone it is no business of */
  async execute(tx: EntityManager, actor: Actor, roundId: string, householdId: string): Promise<BallotPaperDto> {
    const round = await findRound(tx, roundId);
    if (!round?.ruleset || round.state === 'void') throw common.not_found();
    const ruleset = round.ruleset as Ruleset;
    const electorate = await electorateOf(tx, roundId);
    const entitlement = electorate.find((line) => line.householdId === householdId);
    if (!entitlement) throw common.not_found();
    const viewer = await this.access.viewerOf(tx, actor, { id: round.id, state: round.state, ruleset }, entitlement);

    const pair = { roundId, householdId };
    const ballots = visibleBallots(await ballotsOf(tx, [pair]), viewer);
    const place = (await this.roll.householdPlace(tx, [householdId])).get(householdId)!;
    const signedAt = viewer.maySeeChoices
      ? (await latestSigned(tx, [pair])).get(`${roundId} ${householdId}`)
      : undefined;
    return {
      round: {
        id: round.id,
        state: round.state,
        title: round.title,
        statement: round.statement,
        closesAt: round.closesAt.toISOString(),
        ruleset: standingOf(ruleset),
      },
      household: {
        householdId,
        roomNo: entitlement.roomNo,
        buildingName: entitlement.buildingName,
        stairwellName: entitlement.stairwellName,
        estateName: place.estateName,
        areaDm2: entitlement.areaDm2,
      },
      mayVote: viewer.mayVote && place.ballotFrozenAt === null,
      frozen: frozenOf(place),
      proxyAuthorisationId: viewer.proxyAuthorisationId,
      documents: documentsOf(round, electorate),
      myShareFen: round.costTable.rows.find((row) => row.householdId === householdId)?.amountFen ?? null,
      citations: citationsOf(ruleset),
      ballots,
      openCase: hasOpenCase(ballots),
      consent: signedAt ? { signedAt: signedAt.toISOString() } : null,
    };
  }
}

function standingOf({ id, version, verified, electronicBallots }: Ruleset) {
  return { id, version, verified, electronicBallots };
}

function documentsOf(round: RoundRow, electorate: readonly EntitlementRow[]): DocumentsDto {
  const lines = new Map(electorate.map((line) => [line.householdId, line]));
  const { rows, totalFen, subsidyFen } = round.costTable;
  return {
    scheme: { text: round.schemeText, hash: round.schemeHash! },
    costTable: {
      rows: rows.map(({ householdId, amountFen }) => {
        const { roomNo, floor } = lines.get(householdId)!;
        return { householdId, roomNo, floor, amountFen };
      }),
      totalFen,
      subsidyFen,
      hash: round.costTableHash!,
    },
    agreement: { text: round.agreementText, hash: round.agreementHash! },
  };
}

/** Each document once, with every article the gates rest on. */
function citationsOf({ document, article, gates }: Ruleset): LabelledCitationDto[] {
  const cited = [{ label: document, text: article }, ...gates.map((gate) => labelled(gate.citation))];
  return [...new Map(cited.map((citation) => [`${citation.label} ${citation.text}`, citation])).values()];
}

function labelled({ document, article }: { document: string; article: string }): LabelledCitationDto {
  return { label: document, text: article };
}
