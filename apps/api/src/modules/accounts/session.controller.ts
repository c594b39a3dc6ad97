import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  AdmitsBefore,
  clearSessionCookie,
  CurrentActor,
  CurrentClient,
  type Actor,
  type Client,
} from '../../platform/access';
import { Limits } from '../../platform/limits';
import { Returns } from '../../platform/openapi';
import {
  PhoneCodeSentDto,
  SendPhoneCodeInput,
  SessionDto,
  SignInByPasswordInput,
  SignInByPhoneInput,
} from './dto/session.dto';
import { ReadSession } from './read-session';
import { SendPhoneCode } from './send-phone-code';
import { SessionAnswer } from './session-answer';
import { SignInByPassword } from './sign-in-by-password';
import { SignInByPhone } from './sign-in-by-phone';

/** Signing in and out. The slip of the office has its own controller, with the bindings. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly limits: Limits,
    private readonly sendCode: SendPhoneCode,
    private readonly byPhone: SignInByPhone,
    private readonly byPassword: SignInByPassword,
    private readonly readSession: ReadSession,
    private readonly answer: SessionAnswer,
  ) {}

  /** Sends a code to a phone: six digits, good for five minutes and five tries; once a minute, ten a day. 429 with Retry-After. */
  @Access('public')
  @Returns(202, PhoneCodeSentDto)
  @Post('codes')
  async sendPhoneCode(@Body() input: SendPhoneCodeInput, @Req() request: FastifyRequest): Promise<PhoneCodeSentDto> {
    await this.limits.spend('smsAddress', request.ip);
    return this.sendCode.execute(input);
  }

  /**
   * Signs a neighbour in by phone and code; the first time makes the account. 401 wrong_code, code_expired; 403 for a
   * phone of the staff; 429 code_tries_used.
   */
  @Access('public')
  @Returns(200, SessionDto)
  @Post('phone')
  async signInByPhone(
    @Body() input: SignInByPhoneInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.limits.watch([['codeAddress', request.ip]], () => this.byPhone.execute(client, input));
    return this.answer.give(started, client, request, reply);
  }

  /**
   * The first half of a staff sign-in: what it starts opens the second step alone. 401 wrong_password, also for an unknown
   * username; 401 temporary_password_expired; 429 password_locked, with Retry-After.
   */
  @Access('public')
  @Returns(200, SessionDto)
  @Post('password')
  async signInByPassword(
    @Body() input: SignInByPasswordInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.limits.watch([['passwordAddress', request.ip]], () =>
      this.byPassword.execute(client, input),
    );
    return this.answer.give(started, client, request, reply);
  }

  /** Who is signed in, and what this session still has to do; 401 when nobody is. */
  @Access('signed_in')
  @AdmitsBefore('totp', 'enrol_totp', 'change_password')
  @Returns(200, SessionDto)
  @Get()
  getSession(@CurrentActor() actor: Actor): Promise<SessionDto> {
    return this.readSession.execute(actor);
  }

  /** Signs out on this device. */
  @Access('signed_in')
  @AdmitsBefore('totp', 'enrol_totp', 'change_password')
  @Returns(204)
  @Delete()
  async endSession(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.readSession.end(actor);
    clearSessionCookie(request, reply);
  }
}
