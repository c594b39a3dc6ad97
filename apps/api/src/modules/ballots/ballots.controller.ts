import { Body, Controller, Get, Header, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  Access,
  ActorLater,
  CurrentActor,
  CurrentCaller,
  OFFICE_READERS,
  type Actor,
  type Caller,
} from '../../platform/access';
import { BodyLimit } from '../../platform/http';
import { Limits } from '../../platform/limits';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { CastBallot } from './cast-ballot';
import { CheckReceipt } from './check-receipt';
import { BallotPaperDto } from './dto/ballot-paper.dto';
import { CastBallotInput, CastBallotResultDto } from './dto/cast-ballot.dto';
import { MyHouseholdDto } from './dto/my-household.dto';
import { ReceiptCheckDto } from './dto/receipt.dto';
import { ListMyHouseholds } from './list-my-households';
import { ReadBallotPaper } from './read-ballot-paper';
import { ReadPaperPhoto } from './read-paper-photo';

/** A photo and a signature as base64, and room above so that the answer can say which of them is too large. */
const BALLOT_BYTES = 12 * 1024 * 1024;

@ApiTags('ballots')
@Controller()
export class BallotsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly cast: CastBallot,
    private readonly paper: ReadBallotPaper,
    private readonly myHouseholds: ListMyHouseholds,
    private readonly receipts: CheckReceipt,
    private readonly limits: Limits,
    private readonly photos: ReadPaperPhoto,
  ) {}

  /** The households this account is bound to, each with its round and its ballot. */
  @Access('resident')
  @Returns(200, [MyHouseholdDto])
  @Get('my/households')
  listMyHouseholds(@CurrentActor() actor: Actor): Promise<MyHouseholdDto[]> {
    return this.transactions.read((tx) => this.myHouseholds.execute(tx, actor));
  }

  /** What a household decides about. 404 for anyone it is no business of. */
  @Access('resident', 'officer')
  @Returns(200, BallotPaperDto)
  @Get('rounds/:roundId/households/:householdId/ballot-paper')
  readBallotPaper(
    @CurrentActor() actor: Actor,
    @Param('roundId', IdParam) roundId: string,
    @Param('householdId', IdParam) householdId: string,
  ): Promise<BallotPaperDto> {
    return this.transactions.read((tx) => this.paper.execute(tx, actor, roundId, householdId));
  }

  /**
   * Casts or changes a household's ballot, by any channel; safe to repeat. 400 evidence_missing, 403 may_not_vote,
   * not_assigned, channel_not_yours, 404 not_bound, 409 round_closed, round_not_open, ballot_final, ballot_frozen,
   * proxy_cap_reached, 413 too large, 422 id_reused.
   */
  @Access('resident', 'officer')
  @ActorLater()
  @Returns(201, CastBallotResultDto)
  @BodyLimit(BALLOT_BYTES)
  @Post('rounds/:roundId/ballots')
  castBallot(
    @CurrentCaller() caller: Caller,
    @Param('roundId', IdParam) roundId: string,
    @Body() input: CastBallotInput,
  ): Promise<CastBallotResultDto> {
    return this.cast.receive(caller, roundId, input);
  }

  /** Whether the ballot of a receipt counts. 400 misread_receipt, 404 unknown_receipt, 429 when tried too often. */
  @Access('public')
  @Returns(200, ReceiptCheckDto)
  @Header('Cache-Control', 'no-store')
  @Get('public/receipts/:code')
  async checkReceipt(@Req() request: FastifyRequest, @Param('code') code: string): Promise<ReceiptCheckDto> {
    await this.limits.spend('receiptAddress', request.ip);
    return this.transactions.read((tx) => this.receipts.execute(tx, code));
  }

  /** The photo of a paper, JPEG or PNG. 404 when unknown or of nothing in one's remit. */
  @Access(...OFFICE_READERS)
  @Returns(200)
  @ApiProduces('image/jpeg', 'image/png')
  @Header('Cache-Control', 'private, no-store')
  @Get('paper-photos/:id/image')
  async readPaperPhoto(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.transactions.read((tx) => this.photos.execute(tx, actor, id));
    return new StreamableFile(bytes, { type: mediaType, length: bytes.length });
  }
}
