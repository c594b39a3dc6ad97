import { Module } from '@nestjs/common';
import { BundlesModule } from '../bundles';
import { DecisionsModule } from '../decisions';
import { NightlyCheck } from './nightly-check';
import { NightlySchedule } from './nightly-schedule';

/** What looks at every vote once a night. The server starts the schedule; commands and tests do not. */
@Module({
  imports: [BundlesModule, DecisionsModule],
  providers: [NightlyCheck, NightlySchedule],
  exports: [NightlyCheck, NightlySchedule],
})
export class NightlyModule {}
