import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { RollModule } from '../roll';
import { AgreementsAccess } from './agreements.access';
import { AgreementsController } from './agreements.controller';
import { AgreementRecords } from './personal-records';
import { SignConsentForm } from './sign-consent-form';
import { Signatures } from './signatures';

/** Signatures and the consent forms they stand under. */
@Module({
  imports: [BindingsModule, RollModule],
  controllers: [AgreementsController],
  providers: [AgreementRecords, AgreementsAccess, Signatures, SignConsentForm],
  exports: [Signatures, SignConsentForm],
})
export class AgreementsModule {}
