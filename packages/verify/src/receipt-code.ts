/** No 0 or O, no 1, I or L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * What someone read out or typed in → the code as it was printed (`7K2M-QWX9-A4TE`). Capitals, blanks and dashes do not
 * matter.
 * @returns null for a false code, one that cannot be on any receipt: its last character must be the sum of the others,
 * each times its place
 */
export function readReceiptCode(spoken: string): string | null {
  const bare = spoken.toUpperCase().replace(/[\s\-–—－]/g, '');
  if (!/^[2-9A-HJKMNP-Z]{12}$/.test(bare) || bare.at(-1) !== checkCharacter(bare.slice(0, -1))) return null;
  return `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;
}

/** The twelfth character for the eleven before it. */
export function checkCharacter(eleven: string): string {
  const sum = [...eleven].reduce((total, character, index) => total + (index + 1) * ALPHABET.indexOf(character), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}
