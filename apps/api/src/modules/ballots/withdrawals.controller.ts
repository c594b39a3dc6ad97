import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { IdParam } from '../../platform/validation';
import { CastBallotResultDto, WithdrawBallotInput } from './dto/cast-ballot.dto';
import { WithdrawBallot } from './withdraw-ballot';

/** Withdrawals (撤回): what a household has said is taken back. */
@ApiTags('ballots')
@Controller('rounds/:roundId/households/:householdId/withdrawals')
export class WithdrawalsController {
  constructor(private readonly withdraw: WithdrawBallot) {}

  /**
   * Takes back what the household has said, until closing; safe to repeat. 404 not_bound, not_found, 403 may_not_vote,
   * 409 nothing_to_withdraw, round_closed, round_not_open, ballot_final, ballot_frozen, 422 id_reused.
   */
  @Access('resident')
  @Returns(201, CastBallotResultDto)
  @Post()
  withdrawBallot(
    @CurrentActor() actor: Actor,
    @Param('roundId', IdParam) roundId: string,
    @Param('householdId', IdParam) householdId: string,
    @Body() input: WithdrawBallotInput,
  ): Promise<CastBallotResultDto> {
    return this.withdraw.execute(actor, roundId, householdId, input);
  }
}
