import { LARGEST_AMOUNT } from './integers.ts';
import type { Problem } from './result.ts';

/** Collects everything that is wrong with an input, so that a clerk can mend it in one go. */
export class Problems {
  readonly list: Problem[] = [];

  /** Notes a problem. */
  add(code: Problem['code'], path: string, found?: unknown): void {
    this.list.push(typeof found === 'string' || typeof found === 'number' ? { code, path, found } : { code, path });
  }

  /** A whole number from `least` to `most`. */
  integer(value: unknown, path: string, least = 0, most = LARGEST_AMOUNT): boolean {
    if (!Number.isInteger(value)) this.add('not_an_integer', path, value);
    else if ((value as number) < least) this.add('too_small', path, value);
    else if ((value as number) > most) this.add('too_large', path, value);
    else return true;
    return false;
  }

  /** Text that is not empty. */
  text(value: unknown, path: string): boolean {
    if (typeof value !== 'string') this.add('not_text', path, value);
    else if (value === '') this.add('empty', path);
    else return true;
    return false;
  }

  /** One of the listed words. */
  oneOf(value: unknown, path: string, words: readonly string[]): boolean {
    if (words.includes(value as string)) return true;
    this.add('unknown_value', path, value);
    return false;
  }

  /** A list with at least one entry. */
  filledList(value: unknown, path: string): value is unknown[] {
    if (!Array.isArray(value)) this.add('not_a_list', path);
    else if (value.length === 0) this.add('empty', path);
    else return true;
    return false;
  }

  /** Looks at every entry of a list of objects; names the list that is none and the entry that is none. */
  each<Entry>(list: readonly Entry[], path: string, look: (entry: Entry, at: string) => void): void {
    if (!Array.isArray(list)) return this.add('not_a_list', path);
    list.forEach((entry: Entry, i) => {
      const at = `${path}[${i}]`;
      if (typeof entry === 'object' && entry !== null) look(entry, at);
      else this.add('not_an_object', at);
    });
  }

  /** The same for a list that must not be empty. */
  eachOfSome<Entry>(list: readonly Entry[], path: string, look: (entry: Entry, at: string) => void): void {
    if (this.filledList(list, path)) this.each(list, path, look);
  }

  /** Whether nothing was found. */
  get none(): boolean {
    return this.list.length === 0;
  }
}
