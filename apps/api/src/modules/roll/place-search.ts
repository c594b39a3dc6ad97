import { Text } from '../../platform/validation';

const POSTER_CODE = /^[2-9A-HJ-NP-TV-Z]{8}$/;

/** Text as a pattern that finds it anywhere, whatever signs it holds. */
const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Conditions under which every word of `q` stands somewhere in a text. Values are added to `params`. */
export function eachWordIn(text: string, q: string | undefined, params: unknown[]): string[] {
  const words = q?.trim().split(/\s+/).filter(Boolean) ?? [];
  return words.map((word) => `${text} ILIKE $${params.push(anywhere(word))}`);
}

/** How a query knows what a search for a place speaks of. */
export interface SearchedPlace {
  /** The name of the estate. */
  estate: string;
  /** The names of building and stairwell. */
  within: string;
  /** The condition for a poster’s code, given its parameter. */
  code: (parameter: string) => string;
}

/** The field of a query that such a search stands in. */
export const SearchedPlaceText = (): PropertyDecorator =>
  Text({
    max: 60,
    optional: true,
    description: 'A poster’s code; or part of the estate’s name, then perhaps parts of building and stairwell',
  });

/**
 * What people write to find a place, as conditions: a poster’s code; or part of the estate’s name, then perhaps parts of
 * building and stairwell. Values are added to `params`.
 */
export function placeSearched(q: string, { estate, within, code }: SearchedPlace, params: unknown[]): string[] {
  const written = q.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (POSTER_CODE.test(written)) return [code(`$${params.push(written)}`)];
  const [name, ...parts] = q.trim().split(/\s+/);
  return [...eachWordIn(estate, name, params), ...eachWordIn(within, parts.join(' '), params)];
}
