import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { AgreementsController } from './agreements.controller';
import { SignConsentForm } from './sign-consent-form';
import { Signatures } from './signatures';

/** Signatures and the consent forms they stand under. */
@Module({
  imports: [BindingsModule],
  controllers: [AgreementsController],
  providers: [Signatures, SignConsentForm],
  exports: [Signatures, SignConsentForm],
})
export class AgreementsModule {}
