import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, clearSessionCookie, CurrentActor, ROLES, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { CodeParam } from '../../platform/validation';
import { purposes } from './copy/purposes';
import { ConsentDto, EraseAccountInput, ErasureDto, GiveConsentInput, MyDataDto, PurposeDto } from './dto/privacy.dto';
import { EraseAccount } from './erase-account';
import { ExportMyData } from './export-my-data';
import { MyConsents } from './my-consents';

/** What is kept about people, and what they may do about it. */
@ApiTags('privacy')
@Controller()
export class PrivacyController {
  constructor(
    private readonly consents: MyConsents,
    private readonly exportMyData: ExportMyData,
    private readonly eraseAccount: EraseAccount,
  ) {}

  /** What personal data is kept for: text, version, basis and how long. */
  @Access('public')
  @Returns(200, [PurposeDto])
  @Get('privacy/purposes')
  listPurposes(): readonly PurposeDto[] {
    return purposes;
  }

  /** What I agreed to, with the version I read; a version that differs from the purpose’s is old. */
  @Access(...ROLES)
  @Returns(200, [ConsentDto])
  @Get('my/consents')
  listMyConsents(@CurrentActor() actor: Actor): Promise<ConsentDto[]> {
    return this.consents.list(actor);
  }

  /** Agrees to a purpose in the version I read. Safe to repeat. 404 purpose_unknown; 409 purpose_text_changed; 422 id_reused. */
  @Access(...ROLES)
  @Returns(201, ConsentDto)
  @Post('my/consents')
  giveConsent(@CurrentActor() actor: Actor, @Body() input: GiveConsentInput): Promise<ConsentDto> {
    return this.consents.give(actor, input);
  }

  /** Takes an agreement back. Safe to repeat. 404 purpose_unknown, consent_unknown; 409 purpose_required. */
  @Access(...ROLES)
  @Returns(200, ConsentDto)
  @Post('my/consents/:purpose/withdraw')
  withdrawConsent(@CurrentActor() actor: Actor, @Param('purpose', CodeParam) purpose: string): Promise<ConsentDto> {
    return this.consents.withdraw(actor, purpose);
  }

  /** Everything about me as one JSON document, to keep. */
  @Access(...ROLES)
  @Returns(200, MyDataDto)
  @Get('my/data')
  async downloadMyData(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MyDataDto> {
    const document = await this.exportMyData.execute(actor);
    const fileName = `jiati-my-data-${document.madeAt.slice(0, 10)}.json`;
    void reply.header('content-disposition', `attachment; filename="${fileName}"`).header('cache-control', 'no-store');
    return document;
  }

  /** What closing the account would erase, and what would stay, why and until when. 409 erasure_by_operator, duties_open. */
  @Access(...ROLES)
  @Returns(200, ErasureDto)
  @Get('my/erasure')
  previewErasure(@CurrentActor() actor: Actor): Promise<ErasureDto> {
    return this.eraseAccount.preview(actor);
  }

  /** Closes the account for good and ends every session. 409 erasure_by_operator, duties_open. */
  @Access(...ROLES)
  @Returns(200, ErasureDto)
  @Post('my/erasure')
  async eraseMyAccount(
    @CurrentActor() actor: Actor,
    @Body() _: EraseAccountInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureDto> {
    const done = await this.eraseAccount.execute(actor);
    clearSessionCookie(request, reply);
    return done;
  }
}
