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
    if (typeof value !== 'number' || !Number.isInteger(value)) this.add('not_an_integer', path, value);
    else if (value < least) this.add('too_small', path, value);
    else if (value > most) this.add('too_large', path, value);
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

  /** Whether nothing was found. */
  get none(): boolean {
    return this.list.length === 0;
  }
}
