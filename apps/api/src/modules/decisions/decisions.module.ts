import { Module } from '@nestjs/common';
import { PinnedRulesets } from './pinned-rulesets';
import { RecountRounds } from './recount-rounds';
import { RoundProgress } from './round-progress';
import { Tallies } from './tallies';

/** Counting: from entitlements and ballots to tally and decision. Stands below every module that needs a count. */
@Module({
  providers: [PinnedRulesets, Tallies, RoundProgress, RecountRounds],
  exports: [PinnedRulesets, Tallies, RoundProgress, RecountRounds],
})
export class DecisionsModule {}
