import { Body, Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { BodyLimit } from '../../platform/http';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { AgreementsAccess } from './agreements.access';
import { ConsentFormDto, SignConsentFormInput } from './dto/consent-form.dto';
import { SignConsentForm } from './sign-consent-form';
import { Signatures } from './signatures';

/** Room for a picture far above the limit, so that the answer can say what is too large. */
const SIGNED_BYTES = 8 * 1024 * 1024;

@ApiTags('agreements')
@Controller()
export class AgreementsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sign: SignConsentForm,
    private readonly signatures: Signatures,
    private readonly access: AgreementsAccess,
  ) {}

  /**
   * Signs the agreement for one's household; safe to repeat. 400 signature_incomplete, signature_unreadable, 403
   * may_not_sign, 404 not_bound, not_found, 409 round_not_signing, 413 signature_too_large, 422 id_reused.
   */
  @Access('resident')
  @Returns(201, ConsentFormDto)
  @BodyLimit(SIGNED_BYTES)
  @Post('rounds/:roundId/consent-forms')
  signConsentForm(
    @CurrentActor() actor: Actor,
    @Param('roundId', IdParam) roundId: string,
    @Body() input: SignConsentFormInput,
  ): Promise<ConsentFormDto> {
    return this.sign.execute(actor, roundId, input);
  }

  /** A drawn signature as PNG. 404 when unknown, typed, or under nothing of one's remit. */
  @Access(...OFFICE_READERS)
  @Returns(200)
  @ApiProduces('image/png')
  @Header('Cache-Control', 'private, no-store')
  @Get('signatures/:id/image')
  async readSignatureImage(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<StreamableFile> {
    const png = await this.transactions.read(async (tx) => {
      await this.access.assertMaySee(tx, actor, id);
      return this.signatures.image(tx, id);
    });
    return new StreamableFile(png, { type: 'image/png', length: png.length });
  }
}
