import { randomInt } from 'node:crypto';

/** Characters an old person can read out: no 0 or O, no 1, I or L. 31 of them, a prime, which the check relies on. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** A new receipt code: eleven random characters and a check character, in groups of four (`7K2M-QWX9-A4TE`). */
export function newReceiptCode(): string {
  const drawn = Array.from({ length: LENGTH - 1 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return grouped(drawn + checkCharacter(drawn));
}

/**
 * What someone read out or typed in → the code as it is stored.
 * @returns null when it cannot be a receipt code: wrong length, a strange character, or a check character that does
 * not fit. One misread character and one swap of neighbours are always found.
 */
export function readReceiptCode(spoken: string): string | null {
  const bare = spoken.toUpperCase().replace(/[\s\-–—－]/g, '');
  if (bare.length !== LENGTH || [...bare].some((character) => !ALPHABET.includes(character))) return null;
  return checkCharacter(bare.slice(0, -1)) === bare.at(-1) ? grouped(bare) : null;
}

/** Weights 1…11 differ and 31 is prime: any single change, and any swap of neighbours, moves the sum. */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (let place = 0; place < characters.length; place += 1) {
    sum += (place + 1) * ALPHABET.indexOf(characters.charAt(place));
  }
  return ALPHABET.charAt(sum % ALPHABET.length);
}

function grouped(bare: string): string {
  return (bare.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
