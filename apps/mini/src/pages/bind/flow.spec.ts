import { bindSteps, stepAfter, stepBefore } from './flow';

describe('Binding a household, one question a screen', () => {
  it('asks only room, password, relation and name of someone who scanned the poster and holds a slip', () => {
    const steps = bindSteps('slip', { hasCode: true, loggedIn: false });
    expect(steps).toEqual(['way', 'room', 'pin', 'relation', 'name']);
  });

  it('asks for the stairwell when no poster was scanned', () => {
    expect(bindSteps('slip', { hasCode: false, loggedIn: false })).toContain('stairwell');
  });

  it('takes stairwell and room from the roll when the phone stands on it', () => {
    const steps = bindSteps('roll_phone', { hasCode: false, loggedIn: false });
    expect(steps).toEqual(['way', 'phone', 'match', 'relation', 'name']);
  });

  it('does not ask for the phone of someone who is logged in', () => {
    const steps = bindSteps('office_check', { hasCode: true, loggedIn: true });
    expect(steps).toEqual(['way', 'room', 'relation', 'document', 'number', 'photo', 'name']);
  });

  it('asks for no number and no photo of someone who has no paper at hand', () => {
    const steps = bindSteps('office_check', { hasCode: true, loggedIn: true, document: 'none' });
    expect(steps).toEqual(['way', 'room', 'relation', 'document', 'name']);
  });

  it('goes one screen forward and one back, and ends at both ends', () => {
    const steps = bindSteps('slip', { hasCode: true, loggedIn: false });
    expect(stepAfter('room', steps)).toBe('pin');
    expect(stepBefore('pin', steps)).toBe('room');
    expect(stepAfter('name', steps)).toBeNull();
    expect(stepBefore('way', steps)).toBeNull();
  });
});
