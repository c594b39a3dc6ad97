import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { IdParam } from '../../platform/validation';
import {
  DisputeDto,
  DisputesPageDto,
  ListDisputesQuery,
  OpenDisputeInput,
  SettleDisputeInput,
} from './dto/dispute.dto';
import { KeepDisputes } from './keep-disputes';

/** Disputes (争议) about who speaks for a household. */
@ApiTags('disputes')
@Controller()
export class DisputesController {
  constructor(private readonly disputes: KeepDisputes) {}

  /** Opens a dispute: from now on nobody casts for this household. 404 roll_household_unknown, 409 dispute_open, 422 id_reused. */
  @Access('officer')
  @Returns(201, DisputeDto)
  @Post('households/:id/disputes')
  openDispute(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: OpenDisputeInput,
  ): Promise<DisputeDto> {
    return this.disputes.open(actor, id, input);
  }

  /** Says how it ended; the household may vote again. 404 dispute_unknown, 409 dispute_settled. */
  @Access('officer')
  @Returns(200, DisputeDto)
  @Post('disputes/:id/settle')
  settleDispute(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: SettleDisputeInput,
  ): Promise<DisputeDto> {
    return this.disputes.settle(actor, id, input.reason);
  }

  /** Disputes within the reader's remit, the open ones first, page by page. */
  @Access(...OFFICE_READERS)
  @Returns(200, DisputesPageDto)
  @Get('disputes')
  listDisputes(@CurrentActor() actor: Actor, @Query() query: ListDisputesQuery): Promise<DisputesPageDto> {
    return this.disputes.list(actor, query);
  }
}
