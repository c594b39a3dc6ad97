import type { Bundle } from '../src/index.ts';

/** A repeatable source of chance between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Leaf {
  path: string;
  holder: Record<string, unknown>;
  key: string;
}

/** Does one thing to a bundle that changes what it says, and tells what: a value, or a row left out, doubled or moved. */
export function tamper(bundle: Bundle, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (random() < 0.6) {
    const leaf = pick(leavesOf(bundle as unknown as Record<string, unknown>, ''));
    leaf.holder[leaf.key] = another(leaf.holder[leaf.key], random);
    return leaf.path;
  }
  const name = pick(['electorate', 'chain', 'disclosures'] as const);
  const list: unknown[] = bundle[name];
  const place = Math.floor(random() * list.length);
  const how = pick(name === 'chain' ? ['left out', 'doubled', 'moved'] : ['left out', 'doubled']);
  const [row] = list.splice(place, 1);
  if (how === 'doubled') list.splice(place, 0, row, structuredClone(row));
  if (how === 'moved') list.splice((place + 1 + Math.floor(random() * (list.length - 1))) % (list.length + 1), 0, row);
  return `${name}[${place}] ${how}`;
}

function leavesOf(value: Record<string, unknown>, path: string): Leaf[] {
  return Object.entries(value).flatMap(([key, member]) => {
    const here = `${path}.${key}`;
    const isLeaf = typeof member !== 'object' || member === null;
    return isLeaf ? [{ path: here, holder: value, key }] : leavesOf(member as Record<string, unknown>, here);
  });
}

function another(value: unknown, random: () => number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return 'x';
  const place = Math.floor(random() * value.length);
  return value.slice(0, place) + (value[place] === '7' ? '8' : '7') + value.slice(place + 1);
}
