import { randomInt } from 'node:crypto';

/** Without 0 O 1 I L U, which people read as one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A stairwell's code for its poster: eight characters, random, so that one code does not tell the next. */
export function newStairwellCode(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
