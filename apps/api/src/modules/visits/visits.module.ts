import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { DecisionsModule } from '../decisions';
import { InterestModule } from '../interest';
import { RollModule } from '../roll';
import { VisitRecords } from './personal-records';
import { ReadStairwellDoors } from './read-stairwell-doors';
import { RecordVisit } from './record-visit';
import { VisitsController } from './visits.controller';

/** Volunteers at the doors (入户走访). */
@Module({
  imports: [BindingsModule, RollModule, InterestModule, DecisionsModule],
  controllers: [VisitsController],
  providers: [RecordVisit, ReadStairwellDoors, VisitRecords],
  exports: [RecordVisit, ReadStairwellDoors],
})
export class VisitsModule {}
