import { Body, Controller, Post, Req, Res } from '@nestjs/common';
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
import { Limits } from '../../../platform/limits';
import { Returns } from '../../../platform/openapi';
import { SessionDto } from '../dto/session.dto';
import { SessionAnswer } from '../session-answer';
import type { StartedSession } from '../sessions';
import { RecoveryInput, TotpEnrolledDto, TotpEnrolmentDto, TotpInput } from './dto/second-factor.dto';
import { EnrolTotp } from './enrol-totp';
import { PassSecondStep } from './pass-second-step';

/** The second step of a staff sign-in. */
@ApiTags('session')
@Controller('session')
export class SecondFactorController {
  constructor(
    private readonly step: PassSecondStep,
    private readonly enrol: EnrolTotp,
    private readonly limits: Limits,
    private readonly answer: SessionAnswer,
  ) {}

  /**
   * The second step, or once more before changing one's ways in: a code of the authenticator app, good once. 401
   * wrong_totp; 429 second_factor_locked after five, with Retry-After.
   */
  @Access(...STAFF_ROLES)
  @AdmitsBefore('totp')
  @Returns(200, SessionDto)
  @Post('totp')
  async passTotp(
    @CurrentActor() actor: Actor,
    @Body() { code }: TotpInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.watch(actor, request, () => this.step.byTotp(actor, code));
    return this.answer.give(started, client, request, reply);
  }

  /** The second step without the telephone: a code from the sheet, good once. 401 wrong_recovery_code; 429 second_factor_locked. */
  @Access(...STAFF_ROLES)
  @AdmitsBefore('totp')
  @Returns(200, SessionDto)
  @Post('recovery')
  async passRecoveryCode(
    @CurrentActor() actor: Actor,
    @Body() { recoveryCode }: RecoveryInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.watch(actor, request, () => this.step.byRecoveryCode(actor, recoveryCode));
    return this.answer.give(started, client, request, reply);
  }

  /** Begins to set up an authenticator app. 403 second_factor_again when the last code is a while ago. */
  @Access(...STAFF_ROLES)
  @AdmitsBefore('enrol_totp')
  @Returns(200, TotpEnrolmentDto)
  @Post('totp-enrolment')
  beginTotpEnrolment(@CurrentActor() actor: Actor): Promise<TotpEnrolmentDto> {
    return this.enrol.begin(actor);
  }

  /** The app shows a right code: it counts from now on, with a new sheet of recovery codes. 401 wrong_totp, 409 no_totp_enrolment. */
  @Access(...STAFF_ROLES)
  @AdmitsBefore('enrol_totp')
  @Returns(200, TotpEnrolledDto)
  @Post('totp-enrolment/confirm')
  async confirmTotpEnrolment(
    @CurrentActor() actor: Actor,
    @Body() { code }: TotpInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TotpEnrolledDto> {
    const { started, recoveryCodes } = await this.watch(actor, request, () => this.enrol.confirm(actor, code));
    return { session: await this.answer.give(started, client, request, reply), recoveryCodes };
  }

  private watch<T = StartedSession>(
    { accountId }: Actor,
    { ip }: FastifyRequest,
    attempt: () => Promise<T>,
  ): Promise<T> {
    return this.limits.watch(
      [
        ['secondFactorAccount', accountId],
        ['secondFactorAddress', ip],
      ],
      attempt,
    );
  }
}
