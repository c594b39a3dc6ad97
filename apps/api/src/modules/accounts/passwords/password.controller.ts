import { Body, Controller, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  AdmitsBefore,
  CurrentActor,
  CurrentClient,
  STAFF_ROLES,
  type Actor,
  type Client,
} from '../../../platform/access';
import { Returns } from '../../../platform/openapi';
import { SessionDto } from '../dto/session.dto';
import { SessionAnswer } from '../session-answer';
import { ChangePassword } from './change-password';
import { ChangePasswordInput } from './dto/password.dto';

/** One's own password. */
@ApiTags('session')
@Controller('my/password')
export class PasswordController {
  constructor(
    private readonly change: ChangePassword,
    private readonly answer: SessionAnswer,
  ) {}

  /**
   * Changes one's own password; every other device is signed out and this one gets a new token. 403
   * wrong_current_password, 400 weak_password with the reason, 400 same_password, 429 password_locked.
   */
  @Access(...STAFF_ROLES)
  @AdmitsBefore('change_password')
  @Returns(200, SessionDto)
  @Put()
  async changeMyPassword(
    @CurrentActor() actor: Actor,
    @Body() input: ChangePasswordInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.answer.give(await this.change.execute(actor, input), client, request, reply);
  }
}
