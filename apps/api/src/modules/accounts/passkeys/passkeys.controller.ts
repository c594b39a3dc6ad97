import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, CurrentClient, STAFF_ROLES, type Actor, type Client } from '../../../platform/access';
import { Limits } from '../../../platform/limits';
import { Returns } from '../../../platform/openapi';
import { IdParam } from '../../../platform/validation';
import { SessionDto } from '../dto/session.dto';
import { SessionAnswer } from '../session-answer';
import { AddPasskeyInput, PasskeyDto, PasskeyOptionsDto, SignInByPasskeyInput } from './dto/passkey.dto';
import { MyPasskeys } from './my-passkeys';
import { RelyingParties } from './relying-party';
import { SignInByPasskey } from './sign-in-by-passkey';

/** Passkeys (WebAuthn) of staff. */
@ApiTags('session')
@Controller()
export class PasskeysController {
  constructor(
    private readonly mine: MyPasskeys,
    private readonly signIn: SignInByPasskey,
    private readonly parties: RelyingParties,
    private readonly limits: Limits,
    private readonly answer: SessionAnswer,
  ) {}

  /** What a browser needs to sign in by a passkey; answered once, within five minutes. 409 passkeys_unavailable. */
  @Access('public')
  @Returns(200, PasskeyOptionsDto)
  @Post('session/passkey/options')
  async beginPasskeySignIn(@Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    await this.limits.spend('passkeyAddress', request.ip);
    return this.signIn.options(this.parties.of(request));
  }

  /** Signs in by a passkey, both steps in one. 401 passkey_refused, whatever the reason. */
  @Access('public')
  @Returns(200, SessionDto)
  @Post('session/passkey')
  async signInByPasskey(
    @Body() input: SignInByPasskeyInput,
    @CurrentClient() client: Client,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const started = await this.limits.watch([['passwordAddress', request.ip]], () =>
      this.signIn.execute(client, this.parties.of(request), input),
    );
    return this.answer.give(started, client, request, reply);
  }

  /** One's own passkeys, by when they were added. */
  @Access(...STAFF_ROLES)
  @Returns(200, [PasskeyDto])
  @Get('my/passkeys')
  listMyPasskeys(@CurrentActor() actor: Actor): Promise<PasskeyDto[]> {
    return this.mine.list(actor);
  }

  /** What a browser needs to make a passkey. 403 second_factor_again, 409 passkey_limit, 409 passkeys_unavailable. */
  @Access(...STAFF_ROLES)
  @Returns(200, PasskeyOptionsDto)
  @Post('my/passkeys/options')
  beginPasskey(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return this.mine.options(actor, this.parties.of(request));
  }

  /** Adds the passkey a browser made. 422 passkey_not_added, 409 passkey_known. */
  @Access(...STAFF_ROLES)
  @Returns(201, PasskeyDto)
  @Post('my/passkeys')
  addPasskey(
    @CurrentActor() actor: Actor,
    @Body() input: AddPasskeyInput,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyDto> {
    return this.mine.add(actor, this.parties.of(request), input);
  }

  /** Removes one of one's passkeys. 404 for anyone else's, 403 second_factor_again. */
  @Access(...STAFF_ROLES)
  @Returns(204)
  @Delete('my/passkeys/:id')
  removePasskey(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    return this.mine.remove(actor, id);
  }
}
