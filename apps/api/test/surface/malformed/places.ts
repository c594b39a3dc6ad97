import { resolved, sampleOf, type Schema, type Schemas } from '../sample';
import { oddValues, UNKNOWN_MEMBERS, type Odd } from './odd-values';
import { read, says, type Verdict } from './schema-says';

/** One thing to send: a whole body as text, and what the document says about it. */
export interface Trial {
  shown: string;
  verdict: Verdict;
  body: string;
}

/** Where in a body something is put, as an error would name it, and everything that is tried there. */
export interface Place {
  where: string;
  trials: (body: unknown) => Trial[];
}

const MARK = '\u2063odd\u2063';
const MEMBER = `${JSON.stringify(MARK)}:1`;

/** Every field of a body at every depth, the rows of its lists, and in each object a member that nobody asked for. */
export function placesOf(schema: Schema, schemas: Schemas): Place[] {
  const places: Place[] = [];
  const visit = (member: Schema, path: string[], isRequired: boolean) => {
    const shape = resolved(member, schemas);
    if (path.length > 0) places.push(fieldPlace(schema, member, path, isRequired, schemas));
    if (shape.type === 'array') return visit(shape.items!, [...path, '0'], true);
    if (!shape.properties) return;
    places.push(unknownPlace(schema, path, schemas));
    for (const [name, own] of Object.entries(shape.properties))
      visit(own, [...path, name], (shape.required ?? []).includes(name));
  };
  visit(schema, [], true);
  return places;
}

function fieldPlace(root: Schema, own: Schema, path: string[], isRequired: boolean, schemas: Schemas): Place {
  const isRow = path.at(-1) === '0';
  const verdictOf = (odd: Odd): Verdict => {
    if (odd === undefined) return isRequired ? 'invalid' : 'valid';
    const parsed = read(odd);
    return parsed ? says(own, parsed.value, schemas) : 'unreadable';
  };
  const odds = oddValues({ ...resolved(own, schemas), ...own }, schemas).filter((odd) => odd !== undefined || !isRow);
  const verdicts = odds.map((odd) => [odd, verdictOf(odd)] as const);
  return {
    where: path.join('.'),
    trials: (body) => {
      const [before = '', after = ''] = JSON.stringify(putAt(body, root, path, MARK, schemas)).split(
        JSON.stringify(MARK),
      );
      const without = isRow ? '' : JSON.stringify(putAt(body, root, path, undefined, schemas));
      return verdicts.map(([odd, verdict]) => ({
        shown: odd?.slice(0, 60) ?? 'left out',
        verdict,
        body: odd === undefined ? without : before + odd + after,
      }));
    },
  };
}

function unknownPlace(root: Schema, path: string[], schemas: Schemas): Place {
  return {
    where: [...path, '*'].join('.'),
    trials: (body) => {
      const [before = '', after = ''] = JSON.stringify(putAt(body, root, [...path, MARK], 1, schemas)).split(MEMBER);
      return UNKNOWN_MEMBERS.map((member) => ({
        shown: member.slice(0, 60),
        verdict: 'invalid',
        body: before + member + after,
      }));
    },
  };
}

/** The value with something else at a path; what is missing on the way there is made up as the schema has it. */
function putAt(value: unknown, schema: Schema, path: readonly string[], put: unknown, schemas: Schemas): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return put;
  const shape = resolved(schema, schemas);
  if (shape.type === 'array') {
    const [first, ...others] =
      Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [sampleOf(shape.items!, schemas)];
    return [putAt(first, shape.items!, rest, put, schemas), ...others];
  }
  const object = (typeof value === 'object' && value !== null ? value : sampleOf(shape, schemas)) as Record<
    string,
    unknown
  >;
  return { ...object, [head]: putAt(object[head], shape.properties?.[head] ?? {}, rest, put, schemas) };
}
