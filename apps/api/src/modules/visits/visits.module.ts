import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions';
import { InterestModule } from '../interest';
import { RollModule } from '../roll';
import { ReadStairwellDoors } from './read-stairwell-doors';
import { RecordVisit } from './record-visit';
import { VisitsController } from './visits.controller';

/** Volunteers at the doors (入户走访). */
@Module({
  imports: [RollModule, InterestModule, DecisionsModule],
  controllers: [VisitsController],
  providers: [RecordVisit, ReadStairwellDoors],
  exports: [RecordVisit, ReadStairwellDoors],
})
export class VisitsModule {}
