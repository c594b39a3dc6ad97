import { Module } from '@nestjs/common';
import { CasesModule } from '../cases';
import { DecisionsModule } from '../decisions';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { AnnounceRound } from './announce-round';
import { CloseRound } from './close-round';
import { CountSheet } from './count-sheet';
import { DraftRound } from './draft-round';
import { OpenRound } from './open-round';
import { PreviewCostTable } from './preview-cost-table';
import { ReadRounds } from './read-rounds';
import { RoundToolsController } from './round-tools.controller';
import { RoundsAccess } from './rounds.access';
import { RoundsController } from './rounds.controller';
import { VoidRound } from './void-round';

/** The life of a round: draft → open → closed → announced → settled, or void. */
@Module({
  imports: [RollModule, DecisionsModule, ReviewsModule, CasesModule],
  controllers: [RoundsController, RoundToolsController],
  providers: [
    RoundsAccess,
    ReadRounds,
    DraftRound,
    OpenRound,
    CloseRound,
    AnnounceRound,
    VoidRound,
    CountSheet,
    PreviewCostTable,
  ],
  exports: [RoundsAccess, ReadRounds, DraftRound, OpenRound, CloseRound, AnnounceRound, VoidRound, CountSheet],
})
export class RoundsModule {}
