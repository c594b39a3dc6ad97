import type { MyHousehold, PublicStairwell } from '@/api/wire';
import { nextStep } from './next-step';

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

  it('offers interest before any round', () => {
    expect(nextStep(stairwell, true, home)?.url).toBe('/pages/interest/index?householdId=h');
  });

  it('no longer gathers opinions once the lift is being built', () => {
    expect(nextStep({ ...stairwell, stage: 'construction' }, false, undefined)?.words).toBe('绑定我家');
  });

  it('offers nothing while the office checks the binding', () => {
    expect(nextStep(stairwell, true, { ...home, bindingState: 'pending' })).toBeNull();
  });
});
