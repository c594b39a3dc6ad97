export { storedBallots, type StoredBallot } from './ballot-hash';
export { BallotsModule } from './ballots.module';
export { CastBallot } from './cast-ballot';
export { CastBallotInput } from './dto/cast-ballot.dto';
