import { Module } from '@nestjs/common';
import { RoundProgress } from './round-progress';
import { Tallies } from './tallies';

/** Counting: from entitlements and ballots to tally and decision. Stands below every module that needs a count. */
@Module({
  providers: [Tallies, RoundProgress],
  exports: [Tallies, RoundProgress],
})
export class DecisionsModule {}
