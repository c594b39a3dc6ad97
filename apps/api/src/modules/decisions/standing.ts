import { whileOpenOf, type Check, type Decision, type Ruleset, type Tally, type WhileOpen } from '@jiati/rules';
import type { StoredTally } from './projection';

/** Who is told how a round stands: anyone; the volunteers of the stairwell; the office, which counts. */
export type Audience = keyof WhileOpen;

/** How much is told; each tells what the one before does, and more. */
const LEVELS = ['turnout', 'distance', 'choices'] as const;
type Level = (typeof LEVELS)[number];

/** Nobody can be swayed any more, but the result is the office's to announce. */
const CLOSED: Record<Audience, Level> = { everyone: 'turnout', volunteers: 'distance', officers: 'choices' };
const ANNOUNCED: Record<Audience, Level> = { ...CLOSED, everyone: 'distance' };

/** What it depends on. The ruleset is the one pinned at opening; a draft has none. */
export interface RuledRound {
  state: string;
  ruleset: object | null;
}

/** How a round stands, as far as one audience may know. */
export interface Standing {
  /** How many take part: the quorum gates alone, because the others would tell the choices. */
  turnout: Check[];
  /** Every gate and the verdict; null when it may not be known. */
  decision: Decision | null;
  /** How many chose what; null when it may not be known. */
  tally: Tally | null;
  /** Whether the choice of each door may be told. */
  tellsChoices: boolean;
  /** Whether the silent doors that would decide may be named: while there is still something to decide. */
  namesPivotDoors: boolean;
}

/**
 * How a round stands for an audience: the one place that decides who is told what, by the rule the round was opened
 * under and by how far it has come.
 */
export function standingFor(audience: Audience, round: RuledRound, counted: StoredTally): Standing {
  const mayKnow = (level: Level): boolean => mayBeTold(audience, round, level);
  return {
    turnout: turnoutOf(counted),
    decision: mayKnow('distance') ? counted.decision : null,
    tally: mayKnow('choices') ? counted.tally : null,
    tellsChoices: mayKnow('choices'),
    namesPivotDoors: round.state === 'open' && mayKnow('distance'),
  };
}

/** What everybody may know of a round at any time. */
export function turnoutOf(counted: StoredTally | undefined): Check[] {
  return (counted?.decision.checks ?? []).filter((check) => check.role === 'quorum');
}

/** The decision as it was announced; null for everybody until then. */
export function announcedDecisionOf(round: RuledRound & { decision: object | null }): Decision | null {
  return mayBeTold('everyone', round, 'distance') ? (round.decision as Decision | null) : null;
}

/** Whether an audience may know this much. */
export function mayBeTold(audience: Audience, round: RuledRound, level: Level): boolean {
  return LEVELS.indexOf(levelFor(audience, round)) >= LEVELS.indexOf(level);
}

function levelFor(audience: Audience, { state, ruleset }: RuledRound): Level {
  if (state === 'open') return whileOpenOf(ruleset as Ruleset)[audience];
  return state === 'announced' || state === 'settled' ? ANNOUNCED[audience] : CLOSED[audience];
}
