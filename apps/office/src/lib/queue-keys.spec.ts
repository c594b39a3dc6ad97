import { queueKey } from './queue-keys';

describe('the keyboard of the review queue', () => {
  test('the first j or k chooses the first row', () => {
    expect(queueKey(-1, 3, 'j').index).toBe(0);
    expect(queueKey(-1, 3, 'k').index).toBe(0);
  });
  test('j and k stop at the ends instead of going round', () => {
    expect(queueKey(2, 3, 'j').index).toBe(2);
    expect(queueKey(0, 3, 'k').index).toBe(0);
    expect(queueKey(1, 3, 'k').index).toBe(0);
  });
  test('nothing is approved or returned before a row is chosen', () => {
    expect(queueKey(-1, 3, 'a').action).toBe('none');
    expect(queueKey(-1, 0, 'r').action).toBe('none');
    expect(queueKey(3, 3, 'a').action).toBe('none');
  });
  test('a approves, r returns, Enter opens the chosen row', () => {
    expect(queueKey(1, 3, 'a')).toEqual({ index: 1, action: 'approve' });
    expect(queueKey(1, 3, 'r')).toEqual({ index: 1, action: 'return' });
    expect(queueKey(1, 3, 'Enter')).toEqual({ index: 1, action: 'open' });
  });
});
