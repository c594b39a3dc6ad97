export { ReadStairwellDoors } from './read-stairwell-doors';
export { RecordVisit } from './record-visit';
export { VISIT_OUTCOMES, type VisitOutcome } from './visit.entity';
export { VisitsModule } from './visits.module';
