import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { BodyLimit } from '../../platform/http';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { AnnounceRound } from './announce-round';
import { CloseRound } from './close-round';
import { DraftRound } from './draft-round';
import { DraftRoundInput, RoundContentInput, VoidRoundInput } from './dto/draft-round.dto';
import { ListRoundsQuery, RoundDto, RoundsPageDto } from './dto/round.dto';
import { OpenRound } from './open-round';
import { ReadRounds } from './read-rounds';
import { VoidRound } from './void-round';

/** Three texts of 20,000 characters and a cost table of an estate. */
const DRAFT_BYTES = 1024 * 1024;

/** A round shows its texts and how many took part, never a choice: the committee (居委会) may follow it too. */
const ROUND_READERS = [...OFFICE_READERS, 'committee'] as const;

/** Rounds of consultation. Officers move them; the office's readers and the committee follow them. */
@ApiTags('rounds')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly rounds: ReadRounds,
    private readonly draft: DraftRound,
    private readonly open: OpenRound,
    private readonly close: CloseRound,
    private readonly announce: AnnounceRound,
    private readonly makeVoid: VoidRound,
  ) {}

  /** Rounds of one's remit, newest first, page by page; by estate, by state, by part of a place. */
  @Access(...ROUND_READERS)
  @Returns(200, RoundsPageDto)
  @Get()
  listRounds(@CurrentActor() actor: Actor, @Query() query: ListRoundsQuery): Promise<RoundsPageDto> {
    return this.transactions.read((tx) => this.rounds.list(tx, actor, query));
  }

  /** A new draft; safe to repeat. 404 scope_unknown, 400 ruleset_unknown, 409 ruleset_scope, 422 id_reused. */
  @Access('officer')
  @Returns(201, RoundDto)
  @BodyLimit(DRAFT_BYTES)
  @Post()
  draftRound(@CurrentActor() actor: Actor, @Body() input: DraftRoundInput): Promise<RoundDto> {
    return this.draft.execute(actor, input);
  }

  /**
   * Replaces a draft's content. 400 ruleset_unknown, 404 not_found, scope_unknown, 409 ruleset_scope, round_not_draft once
   * it was opened.
   */
  @Access('officer')
  @Returns(200, RoundDto)
  @BodyLimit(DRAFT_BYTES)
  @Put(':id')
  reviseRound(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: RoundContentInput,
  ): Promise<RoundDto> {
    return this.draft.revise(actor, id, input);
  }

  /** One round whole. 404 not_found. */
  @Access(...ROUND_READERS)
  @Returns(200, RoundDto)
  @Get(':id')
  readRound(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RoundDto> {
    return this.transactions.read((tx) => this.rounds.one(tx, actor, id));
  }

  /**
   * Opens a draft: freezes the electorate, pins ruleset and texts. 404 not_found, 409 with the reason when it cannot:
   * illegal_round_move, closing_time_past, nobody_to_ask, roll_incomplete, cost_table_sum, cost_table_stranger,
   * cost_table_repeated, ruleset_scope, round_already_running.
   */
  @Access('officer')
  @Returns(200, RoundDto)
  @Post(':id/open')
  openRound(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RoundDto> {
    return this.open.execute(actor, id);
  }

  /** Closes an open round; nothing begun after it is counted. 404 not_found, 409 illegal_round_move. */
  @Access('officer')
  @Returns(200, RoundDto)
  @Post(':id/close')
  closeRound(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RoundDto> {
    return this.close.execute(actor, id);
  }

  /** Stores the decision and makes it public. 404 not_found, 409 reviews_pending, cases_open, illegal_round_move. */
  @Access('officer')
  @Returns(200, RoundDto)
  @Post(':id/announce')
  announceRound(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RoundDto> {
    return this.announce.execute(actor, id);
  }

  /** Makes a round void, with the reason. 404 not_found, 409 illegal_round_move once announced. */
  @Access('officer')
  @Returns(200, RoundDto)
  @Post(':id/void')
  voidRound(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: VoidRoundInput,
  ): Promise<RoundDto> {
    return this.makeVoid.execute(actor, id, input.reason);
  }
}
