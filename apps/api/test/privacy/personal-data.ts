/** Something in a text that tells who or where somebody is. */
export interface PersonalDatum {
  kind: 'phone' | 'document' | 'name';
  /** What stands there. */
  found: string;
  /** A little of the text around it. */
  around: string;
}

/** 11 digits, in one piece or in the groups people write, alone or behind +86; not inside a longer number or hash. */
const PHONE = /(?<![0-9a-f])(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?![0-9a-f])/gi;
/** A resident identity number: its check character says that the 18 characters are no accident. */
const DOCUMENT = /(?<![0-9a-z])\d{17}[\dX](?![0-9a-z])/gi;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const AROUND = 24;

/**
 * Telephone numbers, identity numbers and the given names in a text: a log, a page, an answer, an address. Text that
 * hides behind percent signs, \u escapes or HTML entities is looked at as well.
 * @param names of people who must not be named there
 */
export function findPersonalData(text: string, names: readonly string[] = []): PersonalDatum[] {
  const found = new Map<string, PersonalDatum>();
  for (const reading of readingsOf(text)) {
    const add = (kind: PersonalDatum['kind'], at: number, what: string): void => {
      const around = reading.slice(Math.max(0, at - AROUND), at + what.length + AROUND).replace(/\s+/g, ' ');
      if (!found.has(kind + what)) found.set(kind + what, { kind, found: what, around });
    };
    for (const match of reading.matchAll(PHONE)) add('phone', match.index, match[0]);
    for (const match of reading.matchAll(DOCUMENT)) {
      if (isIdentityNumber(match[0])) add('document', match.index, match[0]);
    }
    for (const name of names) {
      const at = name === '' ? -1 : reading.indexOf(name);
      if (at !== -1) add('name', at, name);
    }
  }
  return [...found.values()];
}

/** Whether the last of 18 characters is the check character of the others (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === text[17]?.toUpperCase();
}

/** The text, and what it says to whoever decodes it. */
function readingsOf(text: string): Set<string> {
  const unescaped = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return new Set([text, unescaped, decoded]);
}
