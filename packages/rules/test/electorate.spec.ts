import fc from 'fast-check';
import { areaOf, freezeElectorate, type HouseholdOnRoll, type Owner } from '../src/index.ts';
import { refusalOf, valueOf } from './support/builders.ts';

const person = (ownerId: string): Owner => ({ ownerId, kind: 'person' });
const household = (householdId: string, owners: Owner[], more: Partial<HouseholdOnRoll> = {}): HouseholdOnRoll => ({
  householdId,
  areaDm2: 6000,
  owners,
  ...more,
});
const developer: Owner = { ownerId: 'kaifa', kind: 'developer' };

function headKeysOf(households: HouseholdOnRoll[], jointAndSole?: 'separate' | 'merged'): string[] {
  return valueOf(freezeElectorate(households, jointAndSole ? { jointAndSole } : {})).map(({ headKey }) => headKey);
}

describe('heads by 司法解释 art. 9', () => {
  test('one household is one head, and keeps its place and its area', () => {
    expect(
      valueOf(
        freezeElectorate([household('101', [person('chen')]), household('102', [person('li')], { areaDm2: null })]),
      ),
    ).toEqual([
      { householdId: '101', headKey: 'owner:chen', areaDm2: 6000 },
      { householdId: '102', headKey: 'owner:li', areaDm2: null },
    ]);
  });

  test('one owner of several households is one head', () => {
    expect(headKeysOf([household('601', [person('zhao')]), household('602', [person('zhao')])])).toEqual([
      'owner:zhao',
      'owner:zhao',
    ]);
  });

  test('co-owners of one household are one head, in whatever order they are named', () => {
    const keys = headKeysOf([
      household('301', [person('xu'), person('an')]),
      household('302', [person('an'), person('xu'), person('an')]),
    ]);
    expect(keys).toEqual(['owner:an+owner:xu', 'owner:an+owner:xu']);
  });

  test('what the developer has not sold or not handed over is one head together', () => {
    expect(
      headKeysOf([
        household('101', [developer]),
        household('102', [person('sun')], { handedOver: false }),
        household('201', [{ ownerId: 'kaifa-2', kind: 'developer' }]),
        household('202', [person('sun')], { handedOver: true }),
        household('203', [developer, person('sun')]),
      ]),
    ).toEqual(['developer', 'developer', 'developer', 'owner:sun', 'owner:kaifa+owner:sun']);
  });

  describe('a couple owns 301, one of them owns 302 alone, and his sister owns 303 with him', () => {
    const roll = [
      household('301', [person('he'), person('she')]),
      household('302', [person('he')]),
      household('303', [person('sister'), person('he')]),
      household('304', [person('other')]),
    ];

    test('separate: each set of owners is a head', () => {
      const separate = ['owner:he+owner:she', 'owner:he', 'owner:he+owner:sister', 'owner:other'];
      expect(headKeysOf(roll)).toEqual(separate);
      expect(headKeysOf(roll, 'separate')).toEqual(separate);
    });

    test('merged: households that share an owner, directly or not, share a head', () => {
      const all = 'owner:he+owner:she+owner:sister';
      expect(headKeysOf(roll, 'merged')).toEqual([all, all, all, 'owner:other']);
      expect(headKeysOf([...roll].reverse(), 'merged')).toEqual(['owner:other', all, all, all]);
    });
  });

  test('merged never makes more heads than separate, and neither more than there are households', () => {
    const anyRoll = fc
      .array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 12,
      })
      .map((sets) => sets.map((owners, i) => household(`h${i}`, owners.map(person))));
    fc.assert(
      fc.property(anyRoll, (roll) => {
        const merged = headKeysOf(roll, 'merged');
        const separate = headKeysOf(roll);
        expect(new Set(merged).size).toBeLessThanOrEqual(new Set(separate).size);
        roll.forEach((one, i) =>
          roll.forEach((other, j) => {
            const shares = one.owners.some(({ ownerId }) => other.owners.some((owner) => owner.ownerId === ownerId));
            if (shares) expect(merged[i]).toBe(merged[j]);
          }),
        );
      }),
    );
  });
});

describe('a roll that cannot be frozen is refused with the field', () => {
  test.each<[string, unknown, string[]]>([
    ['no household at all', [], ['empty households']],
    ['no list', 'all of them', ['not_a_list households']],
    ['a line that is no household', [null], ['not_an_object households[0]']],
    [
      'a household twice',
      [household('1', [person('a')]), household('1', [person('b')])],
      ['duplicate households[1].householdId'],
    ],
    ['a household without id', [household('', [person('a')])], ['empty households[0].householdId']],
    [
      'a household whose id is no text',
      [{ ...household('1', [person('a')]), householdId: 1 }],
      ['not_text households[0].householdId'],
    ],
    ['a household without owner', [household('1', [])], ['no_owner households[0].owners']],
    ['owners that are no list', [{ ...household('1', []), owners: undefined }], ['no_owner households[0].owners']],
    ['an owner without id', [household('1', [person('a'), person('')])], ['empty households[0].owners[1].ownerId']],
    ['an owner that is none', [{ ...household('1', []), owners: [7] }], ['not_an_object households[0].owners[0]']],
    ['no area is null, not zero', [household('1', [person('a')], { areaDm2: 0 })], ['too_small households[0].areaDm2']],
    ['a negative area', [household('1', [person('a')], { areaDm2: -5230 })], ['too_small households[0].areaDm2']],
    ['half a dm²', [household('1', [person('a')], { areaDm2: 52.3 })], ['not_an_integer households[0].areaDm2']],
    [
      'an area as text',
      [{ ...household('1', [person('a')]), areaDm2: '5230' }],
      ['not_an_integer households[0].areaDm2'],
    ],
    ['an unsafe number', [household('1', [person('a')], { areaDm2: 2 ** 53 })], ['too_large households[0].areaDm2']],
    [
      'several things at once',
      [household('1', []), household('2', [person('a')], { areaDm2: -1 })],
      ['no_owner households[0].owners', 'too_small households[1].areaDm2'],
    ],
  ])('%s', (_, roll, problems) => {
    expect(refusalOf(freezeElectorate(roll as HouseholdOnRoll[]))).toEqual(problems);
  });

  test('the found value is shown where it helps', () => {
    const result = freezeElectorate([household('1', [person('a')], { areaDm2: -1 })]);
    expect(result).toEqual({ ok: false, problems: [{ code: 'too_small', path: 'households[0].areaDm2', found: -1 }] });
  });

  test('what is no text and no number is not shown', () => {
    const result = freezeElectorate([{ ...household('1', [person('a')]), areaDm2: {} as number }]);
    expect(result).toEqual({ ok: false, problems: [{ code: 'not_an_integer', path: 'households[0].areaDm2' }] });
    const asText = freezeElectorate([{ ...household('1', [person('a')]), areaDm2: '52' as unknown as number }]);
    expect(asText).toEqual({
      ok: false,
      problems: [{ code: 'not_an_integer', path: 'households[0].areaDm2', found: '52' }],
    });
  });

  test('two households without id are not taken for the same one', () => {
    const nameless = household('', [person('a')]);
    expect(refusalOf(freezeElectorate([nameless, nameless]))).toEqual([
      'empty households[0].householdId',
      'empty households[1].householdId',
    ]);
  });

  test('an unknown way of treating joint and sole ownership', () => {
    const options = { jointAndSole: 'both' as 'merged' };
    expect(refusalOf(freezeElectorate([household('1', [person('a')])], options))).toEqual([
      'unknown_value jointAndSole',
    ]);
  });
});

test('the largest area that is accepted', () => {
  const largest = 1_000_000_000_000;
  expect(freezeElectorate([household('1', [person('a')], { areaDm2: largest })]).ok).toBe(true);
  expect(freezeElectorate([household('1', [person('a')], { areaDm2: largest + 1 })]).ok).toBe(false);
});

describe('which area counts, by 司法解释 art. 8', () => {
  test.each([
    [
      { registeredDm2: 5230, surveyedDm2: 5300, contractedDm2: 5400 },
      { areaDm2: 5230, areaSource: 'registered' },
    ],
    [
      { registeredDm2: null, surveyedDm2: 5300, contractedDm2: 5400 },
      { areaDm2: 5300, areaSource: 'surveyed' },
    ],
    [{ contractedDm2: 5400 }, { areaDm2: 5400, areaSource: 'contracted' }],
    [{ registeredDm2: null }, null],
    [{}, null],
  ])('%j', (recorded, expected) => {
    expect(areaOf(recorded)).toEqual(expected);
  });
});
