import { latestExpiry } from './expiry';

describe('until when somebody has a say', () => {
  test('the last of several days', () => {
    expect(latestExpiry([{ expiresOn: '2026-12-31' }, { expiresOn: '2027-02-28' }, { expiresOn: null }])).toBe(
      '2027-02-28',
    );
  });
  test('no day where none ends, or nothing is held', () => {
    expect([latestExpiry([{ expiresOn: null }]), latestExpiry([])]).toEqual(['', '']);
  });
});
