import { Module } from '@nestjs/common';
import { PapersModule } from '../papers';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { BindingAccess } from './binding-access';
import { BindingProof } from './binding-proof';
import { BindingQueue } from './binding-queue';
import { BindingsController } from './bindings.controller';
import { BindingsRepository } from './bindings.repository';
import { CreateBinding } from './create-binding';
import { EndBinding } from './end-binding';
import { Evidences } from './evidence';
import { ListHouseholdPeople } from './list-household-people';
import { OfficeBindings } from './office-bindings';
import { OfficeBindingsController } from './office-bindings.controller';
import { BindingRecords } from './personal-records';
import { ReadRollMatches } from './read-roll-matches';
import { ReviewBinding } from './review-binding';
import { SetBindingExpiry } from './set-binding-expiry';
import { SignInBySlip } from './sign-in-by-slip';
import { SlipSessionController } from './slip-session.controller';

/** Who belongs to which household, and how that was shown. */
@Module({
  imports: [PapersModule, RollModule, ReviewsModule],
  controllers: [BindingsController, OfficeBindingsController, SlipSessionController],
  providers: [
    BindingAccess,
    BindingProof,
    BindingQueue,
    BindingRecords,
    BindingsRepository,
    CreateBinding,
    EndBinding,
    Evidences,
    ListHouseholdPeople,
    OfficeBindings,
    ReadRollMatches,
    ReviewBinding,
    SetBindingExpiry,
    SignInBySlip,
  ],
  exports: [BindingAccess, CreateBinding, EndBinding, SignInBySlip],
})
export class BindingsModule {}
