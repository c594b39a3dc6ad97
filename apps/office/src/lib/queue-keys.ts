/** Where the queue stands, and what a key asks for. */
export interface QueueMove {
  index: number;
  action: 'none' | 'open' | 'approve' | 'return';
}

/**
 * The keyboard of the review queue: j and k move and stop at the ends, Enter opens, a approves, r returns.
 * `index` −1 means that no row is chosen yet; the first j or k then chooses the first row.
 */
export function queueKey(index: number, count: number, key: string): QueueMove {
  if (count === 0) return { index: -1, action: 'none' };
  const chosen = index >= 0 && index < count;
  switch (key) {
    case 'j':
      return { index: Math.min(index + 1, count - 1), action: 'none' };
    case 'k':
      return { index: Math.max(index - 1, 0), action: 'none' };
    case 'Enter':
      return { index, action: chosen ? 'open' : 'none' };
    case 'a':
      return { index, action: chosen ? 'approve' : 'none' };
    case 'r':
      return { index, action: chosen ? 'return' : 'none' };
    default:
      return { index, action: 'none' };
  }
}
