import type { BallotChannel, Choice } from './ballot.types';

/** What was answered, and who spoke. */
export interface Answer {
  /** null: the household takes back what it said. */
  choice: Choice | null;
  channel: BallotChannel;
  recordedBy: string;
  signerName: string | null;
}

/** The answer that counts now. */
export interface CountedAnswer extends Answer {
  /** Whoever gave it has sold the household since: the new owner's answer takes its place like a change of mind. */
  isFormerOwners: boolean;
}

/**
 * Whether an answer must not replace the one that counts: it says something else and comes from another person or through
 * another channel. At a door and on paper the person is whoever signed, not whoever wrote it down.
 */
export function differs(counted: CountedAnswer, answer: Answer): boolean {
  return counted.choice !== answer.choice && !counted.isFormerOwners && !isSameVoice(counted, answer);
}

function isSameVoice(one: Answer, other: Answer): boolean {
  if (one.channel !== other.channel) return false;
  return isWitnessed(one.channel) ? one.signerName === other.signerName : one.recordedBy === other.recordedBy;
}

/** Taken by someone else's hand, so that it waits for a second pair of eyes. A proxy's letter was looked at before. */
export function isWitnessed(channel: BallotChannel): boolean {
  return channel === 'home_visit' || channel === 'paper';
}
