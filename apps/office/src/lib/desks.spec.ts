import { homeOf, isDeskRole, mayOpen, mayWrite, menuOf } from './desks';

describe('who opens what at the desk', () => {
  test('neighbours and volunteers have no desk', () => {
    expect(isDeskRole('resident')).toBe(false);
    expect(isDeskRole('volunteer')).toBe(false);
    expect(isDeskRole('contractor')).toBe(true);
  });
  test('an operator keeps accounts and sees neither roll nor ballot', () => {
    expect(menuOf('operator')).toEqual(['people', 'audit']);
    expect(mayOpen('operator', 'roll')).toBe(false);
    expect(homeOf('operator')).toBe('/people');
  });
  test('a contractor sees projects and nothing about households', () => {
    expect(menuOf('contractor')).toEqual(['projects']);
    expect(mayOpen('contractor', 'rounds')).toBe(false);
  });
  test('everyone has an account of their own', () => {
    expect(mayOpen('contractor', 'account')).toBe(true);
  });
  test('street and auditor read what the officer does, and change none of it', () => {
    expect(mayOpen('auditor', 'reviews')).toBe(true);
    expect(mayOpen('street', 'audit')).toBe(false);
    expect([mayWrite('officer'), mayWrite('street'), mayWrite('auditor')]).toEqual([true, false, false]);
  });
});
