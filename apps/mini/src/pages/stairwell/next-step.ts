import type { MyHousehold, PublicStairwell, Stage } from '@/api/wire';
import { hasAnswered } from '@/api/ballots';
import { proxyCopy } from '@/copy/proxy';
import { stairwellCopy } from '@/copy/stairwell';
import { routes } from '@/routes';

/** While these last, what people think is still being gathered. */
const stagesOfInterest: readonly Stage[] = ['canvass', 'feasibility', 'scheme', 'consultation'];

export interface NextStep {
  words: string;
  url: string;
}

/**
 * The one thing a visitor can do now in a stairwell.
 * @param home the visitor's household in this stairwell, if bound
 * @returns null when there is nothing to do but wait
 */
export function nextStep(
  stairwell: PublicStairwell,
  loggedIn: boolean,
  home: MyHousehold | undefined,
): NextStep | null {
  const { actions } = stairwellCopy;
  const isOpen = stairwell.round?.state === 'open';
  const asksInterest = !stairwell.round && stagesOfInterest.includes(stairwell.stage);
  if (!loggedIn) {
    const words = isOpen ? actions.vote : asksInterest ? actions.interest : actions.bind;
    return { words, url: routes.bind(stairwell.code) };
  }
  if (!home) return { words: actions.bind, url: routes.bind(stairwell.code) };
  if (home.bindingState === 'expired') return { words: actions.bindAgain, url: routes.bind(stairwell.code) };
  const toHome = { words: actions.mine, url: routes.household(home.householdId) };
  if (home.bindingState !== 'approved' || (isOpen && home.frozen)) return toHome;
  if (home.round && isOpen) {
    return hasAnswered(home.round)
      ? { words: actions.receipt, url: routes.receipt(home.round.id, home.householdId) }
      : {
          words: home.proxyAuthorisationId ? proxyCopy.voteFor(home.roomNo) : actions.vote,
          url: routes.ballot(home.round.id, home.householdId),
        };
  }
  if (home.round?.myBallot) {
    return { words: actions.receipt, url: routes.receipt(home.round.id, home.householdId) };
  }
  if (home.round || !asksInterest) return toHome;
  return {
    words: home.interest ? actions.changeInterest : actions.interest,
    url: routes.interest(home.householdId),
  };
}

/** Of several households in one stairwell the one that can still do something, else the first. */
export function homeToActFor(homes: readonly MyHousehold[], stairwellCode: string): MyHousehold | undefined {
  const here = homes.filter((home) => home.stairwellCode === stairwellCode);
  return here.find(({ mayVote, round }) => mayVote && round?.state === 'open' && !hasAnswered(round)) ?? here[0];
}
