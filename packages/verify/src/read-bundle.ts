import { validateRuleset } from '@jiati/rules';
import type { Bundle } from './bundle.ts';

type Kind = 'text' | 'whole' | 'object' | 'area' | 'choice' | 'text_or_null';
type Shape = Record<string, Kind>;

const text = (value: unknown) => typeof value === 'string';
const is: Record<Kind, (value: unknown) => boolean> = {
  text,
  text_or_null: (value) => value === null || text(value),
  whole: (value) => Number.isSafeInteger(value),
  area: (value) => value === null || Number.isSafeInteger(value),
  choice: (value) => value === null || value === 'for' || value === 'against' || value === 'abstain',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const round: Shape = {
  ...{ id: 'text', state: 'text', title: 'text', statement: 'text', openedAt: 'text', closesAt: 'text' },
  ...{ closedAt: 'text_or_null', announcedAt: 'text_or_null' },
  ...{ schemeHash: 'text', costTableHash: 'text', agreementHash: 'text' },
};
const rows: Record<'electorate' | 'chain' | 'disclosures', Shape> = {
  electorate: {
    ...{ householdId: 'text', buildingName: 'text', stairwellName: 'text', roomNo: 'text' },
    ...{ areaDm2: 'area', headNo: 'whole', tenure: 'text' },
  },
  chain: { seq: 'whole', kind: 'text', at: 'text', payload: 'object', previousHash: 'text', hash: 'text' },
  disclosures: {
    ...{ ballotId: 'text', householdId: 'text', ballotSeq: 'whole', doorSalt: 'text' },
    ...{ choice: 'choice', contentHash: 'text_or_null', choiceSalt: 'text_or_null' },
  },
};

/**
 * Tells whether a value has the shape of a bundle, so that what follows may rely on it.
 * @returns the bundle; or the path of the first thing that is not as it must be
 */
export function readBundle(value: unknown): { bundle: Bundle } | { malformedAt: string } {
  const bundle = value as Bundle;
  if (!is.object(value)) return { malformedAt: '' };
  if (bundle.format !== 'jiati-bundle') return { malformedAt: 'format' };
  if (bundle.version !== 1) return { malformedAt: 'version' };
  const wrong = wrongField(bundle.round, round, 'round') ?? wrongRow(bundle) ?? wrongRuleset(bundle.ruleset);
  return wrong === null ? { bundle } : { malformedAt: wrong };
}

function wrongRow(bundle: Bundle): string | null {
  for (const [name, shape] of Object.entries(rows)) {
    const list: unknown = bundle[name as keyof typeof rows];
    if (!Array.isArray(list)) return name;
    for (const [index, row] of list.entries()) {
      const wrong = wrongField(row, shape, `${name}[${index}]`);
      if (wrong !== null) return wrong;
    }
  }
  const halfOpen = bundle.disclosures.findIndex(({ choice, contentHash, choiceSalt }) => {
    return (choice === null) !== (contentHash === null) || (choice === null) !== (choiceSalt === null);
  });
  if (halfOpen !== -1) return `disclosures[${halfOpen}].choice`;
  return bundle.decision === null || is.object(bundle.decision) ? null : 'decision';
}

function wrongRuleset(ruleset: unknown): string | null {
  return is.object(ruleset) && validateRuleset(ruleset as Bundle['ruleset']).ok ? null : 'ruleset';
}

function wrongField(value: unknown, shape: Shape, path: string): string | null {
  if (!is.object(value)) return path;
  const wrong = Object.keys(shape).find((key) => !is[shape[key]!]((value as Record<string, unknown>)[key]));
  return wrong === undefined ? null : `${path}.${wrong}`;
}
