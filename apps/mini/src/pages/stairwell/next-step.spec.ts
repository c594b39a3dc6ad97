import type { MyHousehold, PublicStairwell } from '@/api/wire';
import { homeToActFor, nextStep } from './next-step';

const stairwell: PublicStairwell = {
  code: 'CX0309',
  estateName: '春晓苑',
  buildingName: '3号楼',
  name: '9号门洞',
  householdCount: 12,
  floorCount: 6,
  builtYear: 1995,
  hotline: null,
  stage: 'canvass',
  stageSinceOn: '2026-11-01',
  interest: { registeredHouseholds: 0 },
  round: null,
};
const voting = { ...stairwell, round: { state: 'open' } as PublicStairwell['round'] };
const home: MyHousehold = {
  bindingId: 'b',
  householdId: 'h',
  relation: 'owner',
  bindingState: 'approved',
  mayVote: true,
  expiresOn: null,
  returnReason: null,
  frozen: null,
  proxyAuthorisationId: null,
  stairwellCode: 'CX0309',
  estateName: '春晓苑',
  buildingName: '3号楼',
  stairwellName: '9号门洞',
  roomNo: '302',
  floor: 3,
  areaDm2: 6145,
  interest: null,
  round: null,
};
const openRound = {
  id: 'r',
  state: 'open' as const,
  title: '',
  closesAt: '2026-12-03T12:00:00Z',
  myBallot: null,
  consentSignedAt: null,
  openCase: false,
};

describe('The one thing a visitor can do in a stairwell', () => {
  it('offers a stranger to vote while a round is open, by way of binding', () => {
    expect(nextStep(voting, false, undefined)).toEqual({ words: '我要表决', url: '/pages/bind/index?code=CX0309' });
  });

  it('offers a bound owner the ballot, and after voting the receipt', () => {
    expect(nextStep(voting, true, { ...home, round: openRound })?.words).toBe('我要表决');
    const voted = { ...openRound, myBallot: { choice: 'for' } as never };
    expect(nextStep(voting, true, { ...home, round: voted })?.words).toBe('看我的回执');
  });

  it('offers the ballot again to whoever took it back or is asked again', () => {
    for (const state of ['withdrawn', 'set_aside']) {
      const silent = { ...openRound, myBallot: { choice: null, state } as never };
      expect(nextStep(voting, true, { ...home, round: silent })?.words).toBe('我要表决');
    }
  });

  it('offers interest before any round', () => {
    expect(nextStep(stairwell, true, home)?.url).toBe('/pages/interest/index?householdId=h');
  });

  it('no longer gathers opinions once the lift is being built', () => {
    expect(nextStep({ ...stairwell, stage: 'construction' }, false, undefined)?.words).toBe('绑定我家');
  });

  it('shows how the binding stands while the office checks it or has given it back, and while a dispute is open', () => {
    const toHome = '/pages/household/index?householdId=h';
    expect(nextStep(stairwell, true, { ...home, bindingState: 'pending' })?.url).toBe(toHome);
    expect(nextStep(stairwell, true, { ...home, bindingState: 'returned' })?.url).toBe(toHome);
    const frozen = { ...home, frozen: { since: '2026-11-20T00:00:00Z' }, round: openRound };
    expect(nextStep(voting, true, frozen)?.url).toBe(toHome);
  });

  it('offers to bind again what has expired', () => {
    expect(nextStep(voting, true, { ...home, bindingState: 'expired' })?.words).toBe('再绑定一次');
  });

  it('names the household a proxy votes for', () => {
    const entrusted = { ...home, relation: 'proxy' as const, proxyAuthorisationId: 'p', round: openRound };
    expect(nextStep(voting, true, entrusted)?.words).toBe('替302室表决');
  });

  it('goes, of two households in one stairwell, to the one that has not voted yet', () => {
    const voted = { ...home, round: { ...openRound, myBallot: { choice: 'for' } as never } };
    const other = { ...home, householdId: 'h2', round: openRound };
    expect(homeToActFor([voted, other], 'CX0309')?.householdId).toBe('h2');
    expect(homeToActFor([voted], 'CX0309')?.householdId).toBe('h');
  });
});
