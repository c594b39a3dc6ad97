import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { RollModule } from '../roll';
import { ExpressInterest } from './express-interest';
import { InterestLookup } from './interest-lookup';
import { InterestController } from './interest.controller';
import { InterestRecords } from './personal-records';

/** What people say before the round (意愿登记). Never counted. */
@Module({
  imports: [RollModule, BindingsModule],
  controllers: [InterestController],
  providers: [ExpressInterest, InterestLookup, InterestRecords],
  exports: [ExpressInterest, InterestLookup],
})
export class InterestModule {}
