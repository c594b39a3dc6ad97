import { Problems } from './check-input.ts';
import { checkElectorate, type Entitlement } from './electorate.ts';
import { ok, refuse, type Result } from './result.ts';

/** 同意 / 不同意 / 弃权. A spoilt paper (废票) is no choice: it is not counted and not passed in here. */
export type Choice = 'for' | 'against' | 'abstain';

export const choices: readonly Choice[] = ['for', 'against', 'abstain'];

/** A ballot that stands: the last valid one of its household. */
export interface CountedBallot {
  householdId: string;
  choice: Choice;
}

/** So many heads, so much exclusive area in dm². */
export interface Amount {
  heads: number;
  areaDm2: number;
}

/** An owner whose ballots say different things. Held and named: nobody here guesses what was meant. */
export interface HeldBallots {
  headKey: string;
  /** The households whose ballots disagree, in the order of the electorate. */
  householdIds: string[];
  choices: Choice[];
  areaDm2: number;
}

/**
 * The counts of a round, by heads and by area. Area covers the households whose area is known; the others are listed in
 * `unknownArea`. electorate = for + against + abstain + silent + held; participating = for + against + abstain.
 */
export interface Tally {
  electorate: Amount;
  participating: Amount;
  for: Amount;
  against: Amount;
  abstain: Amount;
  /** Heads that have answered for none of their households; area of every household without a ballot. */
  silent: Amount;
  /**
   * Part of the silent area: households whose owner has already answered for another household of his, and can only
   * repeat it. `forAreaDm2` may still add agreement, `otherAreaDm2` only participation.
   */
  boundSilent: { forAreaDm2: number; otherAreaDm2: number };
  unknownArea: string[];
  held: HeldBallots[];
}

/** As much of a tally as says how many take part, and nothing of what they chose. */
export type Turnout = Omit<Tally, 'for' | 'against' | 'abstain'>;

interface Head {
  headKey: string;
  households: { entitlement: Entitlement; choices: Choice[] }[];
}

/**
 * Counts the ballots of a round (计票). One owner is one head however many households he owns; area counts for the
 * households whose ballot is in (民法典 art. 278, 司法解释 arts. 8 and 9). Abstaining takes part and does not agree;
 * silence does neither. The order of electorate and ballots makes no difference to any number.
 *
 * Two ballots of one owner that differ, be it for one household or for two, are held: not counted, and named.
 *
 * @returns the counts; or which field is wrong: a ballot of a household that is not on the list, an unknown choice, a
 * household listed twice, an area that is no whole number above zero.
 */
export function tally(electorate: readonly Entitlement[], ballots: readonly CountedBallot[]): Result<Tally> {
  const problems = new Problems();
  checkElectorate(electorate, problems);
  if (problems.none) checkBallots(electorate, ballots, problems);
  if (!problems.none) return refuse(...problems.list);

  const counted = emptyTally(electorate);
  for (const head of headsWithChoices(electorate, ballots)) countHead(head, counted);
  for (const choice of choices) add(counted.participating, counted[choice]);
  return ok(counted);
}

function checkBallots(electorate: readonly Entitlement[], ballots: readonly CountedBallot[], problems: Problems): void {
  const listed = new Set(electorate.map(({ householdId }) => householdId));
  problems.each(ballots, 'ballots', ({ householdId, choice }, at) => {
    if (!listed.has(householdId)) problems.add('unknown_household', `${at}.householdId`, householdId);
    if (!choices.includes(choice)) problems.add('unknown_choice', `${at}.choice`, choice);
  });
}

/** What each head has said so far: nothing, one thing, or things that disagree. */
export function answerOf(head: Head): Choice | 'silent' | 'held' {
  const said = new Set(head.households.flatMap((household) => household.choices));
  if (said.size > 1) return 'held';
  return [...said][0] ?? 'silent';
}

/** Groups the electorate by head, in its own order, with the choices received for each household. */
export function headsWithChoices(electorate: readonly Entitlement[], ballots: readonly CountedBallot[]): Head[] {
  const choicesOf = new Map<string, Choice[]>(electorate.map(({ householdId }) => [householdId, []]));
  for (const { householdId, choice } of ballots) (choicesOf.get(householdId) as Choice[]).push(choice);
  const heads = new Map<string, Head>();
  for (const entitlement of electorate) {
    const { headKey, householdId } = entitlement;
    const head = heads.get(headKey) ?? { headKey, households: [] };
    head.households.push({ entitlement, choices: choicesOf.get(householdId) as Choice[] });
    heads.set(headKey, head);
  }
  return [...heads.values()];
}

function countHead(head: Head, counted: Tally): void {
  const answer = answerOf(head);
  const answered = head.households.filter((household) => household.choices.length > 0);
  const answeredAreaDm2 = areaOfAll(answered);
  const silentAreaDm2 = areaOfAll(head.households) - answeredAreaDm2;
  counted.electorate.heads += 1;
  counted.silent.areaDm2 += silentAreaDm2;
  if (answer === 'silent') counted.silent.heads += 1;
  else if (answer === 'held') {
    counted.held.push({
      headKey: head.headKey,
      householdIds: answered.map(({ entitlement }) => entitlement.householdId),
      choices: choices.filter((choice) => answered.some((household) => household.choices.includes(choice))),
      areaDm2: answeredAreaDm2,
    });
  } else {
    add(counted[answer], { heads: 1, areaDm2: answeredAreaDm2 });
    counted.boundSilent[answer === 'for' ? 'forAreaDm2' : 'otherAreaDm2'] += silentAreaDm2;
  }
}

function areaOfAll(households: Head['households']): number {
  return households.reduce((sum, { entitlement }) => sum + (entitlement.areaDm2 ?? 0), 0);
}

function emptyTally(electorate: readonly Entitlement[]): Tally {
  const nothing = (): Amount => ({ heads: 0, areaDm2: 0 });
  return {
    electorate: { heads: 0, areaDm2: electorate.reduce((sum, { areaDm2 }) => sum + (areaDm2 ?? 0), 0) },
    participating: nothing(),
    for: nothing(),
    against: nothing(),
    abstain: nothing(),
    silent: nothing(),
    boundSilent: { forAreaDm2: 0, otherAreaDm2: 0 },
    unknownArea: electorate.filter(({ areaDm2 }) => areaDm2 === null).map(({ householdId }) => householdId),
    held: [],
  };
}

function add(to: Amount, amount: Amount): void {
  to.heads += amount.heads;
  to.areaDm2 += amount.areaDm2;
}
