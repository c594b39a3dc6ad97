export { canonicalJson, contentHash } from './canonical';
export { contentHashSql, type SqlMembers } from './canonical-sql';
export { appendBallot, appendEvent, hashOfEvent } from './chain';
export { chainHeadOf, eventsOf } from './chain.repository';
export { CHAIN_EVENT_KINDS, type ChainEventKind, type ChainEventRow, type ChainHead } from './chain.types';
export { choiceSeal, doorSeal, newSalts, receiptHash, type BallotPayload, type BallotSalts } from './seal-ballot';
export { ChainHeadDto } from './dto/chain-head.dto';
