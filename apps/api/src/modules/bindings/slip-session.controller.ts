import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentClient, type Client } from '../../platform/access';
import { Refusal } from '../../platform/errors';
import { Limits } from '../../platform/limits';
import { Returns } from '../../platform/openapi';
import { SecurityLog, SessionAnswer, SessionDto, type StartedSession } from '../accounts';
import { SignInBySlipInput } from './dto/binding.dto';
import { SignInBySlip } from './sign-in-by-slip';

/** Signing in with nothing but the office's slip. */
@ApiTags('session')
@Controller('session')
export class SlipSessionController {
  constructor(
    private readonly bySlip: SignInBySlip,
    private readonly limits: Limits,
    private readonly answer: SessionAnswer,
    private readonly log: SecurityLog,
  ) {}

  /** Signs in and binds by door and PIN. Five wrong PINs lock the slip for a quarter of an hour, 30 an address for an hour. */
  @Access('public')
  @Returns(200, SessionDto)
  @Post('slip')
  async signInBySlip(
    @Body() input: SignInBySlipInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.limits.watch([['slipAddress', request.ip]], () => this.tryToSignIn(client, input));
    return this.answer.give(started, client, request, reply);
  }

  /** What is written down of a refusal is the stairwell, not what was typed as room or name. */
  private async tryToSignIn(client: Client, input: SignInBySlipInput): Promise<StartedSession> {
    try {
      return await this.bySlip.execute(client, input);
    } catch (error) {
      if (error instanceof Refusal) {
        const triesUsed = error.code === 'slip_locked';
        await this.log.refused({ typed: input.stairwellCode }, 'slip', { client, triesUsed });
      }
      throw error;
    }
  }
}
