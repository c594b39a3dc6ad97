import { passwordWords } from './copy/password-words';

export const LEAST_PASSWORD_LENGTH = 12;
export const MOST_PASSWORD_LENGTH = 200;

let common: ReadonlySet<string> | undefined;

/** Some 50,000 passwords that leaked most often; read the first time somebody chooses one, it takes a while. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (!common) {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    common = new Set(dictionary['passwords-common'] as string[]);
  }
  return common;
}

/**
 * Why a password may not be chosen, after NIST SP 800-63B-4 §3.1.1.2: long, not one of those everybody tries, nothing
 * of the person's own names, no mere repetition or row. No rules about kinds of characters and no expiry.
 * @param names the username and whatever else is known of the person
 * @returns a sentence that says what to do, or null when it is good
 */
export async function weaknessOf(password: string, names: readonly string[]): Promise<string | null> {
  if ([...password].length < LEAST_PASSWORD_LENGTH) return passwordWords.tooShort(LEAST_PASSWORD_LENGTH);
  const plain = password.toLowerCase();
  if (names.some((name) => name.length > 2 && plain.includes(name.toLowerCase()))) return passwordWords.holdsName;
  if (isRepetition(plain) || isRow(plain)) return passwordWords.repetition;
  const list = await commonPasswords();
  const bare = plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  return list.has(plain) || list.has(bare) ? passwordWords.common : null;
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: nothing but a few characters over and over. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some((period) => [...text].every((char, index, all) => char === all[index % period]));
}

/** `123456789012`, `abcdefghijkl`, `zyxwvutsrqpo`: each character beside the one before it. */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).map((char, index) => {
    const step = char.codePointAt(0)! - text.codePointAt(index)!;
    return step === -9 && /\d/.test(char) ? 1 : step;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
