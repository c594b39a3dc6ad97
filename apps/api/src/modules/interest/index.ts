export { ExpressInterest } from './express-interest';
export { INTEREST_REASONS, STANCES, type InterestReason, type Stance } from './expression-of-interest.entity';
export { InterestLookup, type LatestInterest } from './interest-lookup';
export { InterestModule } from './interest.module';
