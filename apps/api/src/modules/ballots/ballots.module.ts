import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements';
import { BindingsModule } from '../bindings';
import { CasesModule } from '../cases';
import { DecisionsModule } from '../decisions';
import { InterestModule } from '../interest';
import { PapersModule } from '../papers';
import { ProxiesModule } from '../proxies';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { BallotRecords } from './personal-records';
import { BallotVersions } from './ballot-versions';
import { BallotReviews } from './ballot-reviews';
import { BallotsAccess } from './ballots.access';
import { BallotsController } from './ballots.controller';
import { CastBallot } from './cast-ballot';
import { CheckReceipt } from './check-receipt';
import { Evidence } from './evidence';
import { ListMyHouseholds } from './list-my-households';
import { PlainBallots } from './plain/plain-ballots';
import { ReadBallotPaper } from './read-ballot-paper';
import { ReadPaperPhoto } from './read-paper-photo';
import { WithdrawBallot } from './withdraw-ballot';
import { WithdrawalsController } from './withdrawals.controller';

/** Ballots of every channel, their receipts, and the paper a household decides on. */
@Module({
  imports: [
    AgreementsModule,
    BindingsModule,
    CasesModule,
    DecisionsModule,
    InterestModule,
    PapersModule,
    ProxiesModule,
    ReviewsModule,
    RollModule,
  ],
  controllers: [BallotsController, WithdrawalsController],
  providers: [
    BallotRecords,
    CastBallot,
    WithdrawBallot,
    BallotVersions,
    PlainBallots,
    ReadBallotPaper,
    ReadPaperPhoto,
    ListMyHouseholds,
    CheckReceipt,
    BallotReviews,
    BallotsAccess,
    Evidence,
  ],
  exports: [CastBallot],
})
export class BallotsModule {}
