import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { BindingAccess } from './binding-access';
import { BindingProof } from './binding-proof';
import { BindingsController } from './bindings.controller';
import { BindingsRepository } from './bindings.repository';
import { CreateBinding } from './create-binding';
import { ReadRollMatches } from './read-roll-matches';
import { ReviewBinding } from './review-binding';
import { SignInBySlip } from './sign-in-by-slip';
import { SlipSessionController } from './slip-session.controller';

/** Who belongs to which household, and how that was shown. */
@Module({
  imports: [RollModule, ReviewsModule],
  controllers: [BindingsController, SlipSessionController],
  providers: [
    BindingAccess,
    BindingProof,
    BindingsRepository,
    CreateBinding,
    ReadRollMatches,
    ReviewBinding,
    SignInBySlip,
  ],
  exports: [BindingAccess, CreateBinding, SignInBySlip],
})
export class BindingsModule {}
