import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentClient, type Client } from '../../../platform/access';
import { Limits } from '../../../platform/limits';
import { Returns } from '../../../platform/openapi';
import { SessionDto } from '../dto/session.dto';
import { SignInByWeappInput } from '../dto/weapp-session.dto';
import { SessionAnswer } from '../session-answer';
import { SignInByWeapp } from './sign-in-by-weapp';

/** Signing in inside WeChat. */
@ApiTags('session')
@Controller('session')
export class WeappSessionController {
  constructor(
    private readonly byWeapp: SignInByWeapp,
    private readonly limits: Limits,
    private readonly answer: SessionAnswer,
  ) {}

  /**
   * Signs a neighbour in by the code of wx.login; the first time also by the code of the phone button, which makes the
   * account. Without it a new openid gets 403 weapp_phone_needed. Codes are good once: a refused one needs a new
   * wx.login. 503 gateway_unavailable, with Retry-After, when WeChat does not answer.
   */
  @Access('public')
  @Returns(200, SessionDto)
  @Post('weapp')
  async signInByWeapp(
    @Body() input: SignInByWeappInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    await this.limits.spend('weappAddress', request.ip);
    return this.answer.give(await this.byWeapp.execute(client, input), client, request, reply);
  }
}
