import type { MyHousehold, PublicStairwell, Stage } from '@/api/wire';
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
  if (home.bindingState !== 'approved') return null;
  if (home.round && isOpen) {
    return home.round.myBallot
      ? { words: actions.receipt, url: routes.receipt(home.round.id, home.householdId) }
      : { words: actions.vote, url: routes.ballot(home.round.id, home.householdId) };
  }
  if (home.round?.myBallot) {
    return { words: actions.receipt, url: routes.receipt(home.round.id, home.householdId) };
  }
  if (home.round || !asksInterest) return { words: actions.mine, url: routes.me() };
  return {
    words: home.interest ? actions.changeInterest : actions.interest,
    url: routes.interest(home.householdId),
  };
}
