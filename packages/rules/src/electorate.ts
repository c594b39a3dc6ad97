import { Problems } from './check-input.ts';
import { LARGEST_AMOUNT } from './integers.ts';
import { ok, refuse, type Result } from './result.ts';

/** What an area rests on, best first (司法解释 art. 8): the register, else a survey, else the contract of sale. */
export type AreaSource = 'registered' | 'surveyed' | 'contracted';

/** An owner as the roll names one. `developer` is the 建设单位 with what it has not sold or not handed over. */
export interface Owner {
  ownerId: string;
  kind?: 'person' | 'company' | 'developer' | 'housing_authority';
}

/** One exclusive part (专有部分) with its owners, as it stands on the roll when the round opens. */
export interface HouseholdOnRoll {
  householdId: string;
  /** In dm² (0.01 m²). `null` is unknown, and never counts as zero. */
  areaDm2: number | null;
  /** Co-owners of one household are one head. */
  owners: readonly Owner[];
  /** `false` for a household that is sold but not yet handed over: it counts with the developer's. */
  handedOver?: boolean;
}

/** One line of the frozen list: what one household weighs, and whose head it counts under. */
export interface Entitlement {
  householdId: string;
  headKey: string;
  areaDm2: number | null;
}

export interface FreezeOptions {
  /**
   * A couple owns 301 together and one of them owns 302 alone: art. 9 does not say whether that is one head or two.
   * `separate` (the default) makes two: the owner of 301 is the couple, the owner of 302 is one person.
   * `merged` makes one: households that share an owner share a head.
   */
  jointAndSole?: 'separate' | 'merged';
}

const DEVELOPER_HEAD = 'developer';

/**
 * Freezes the roll into the list of those entitled to a ballot (应表决名单).
 *
 * Heads are counted by 最高人民法院 建筑物区分所有权司法解释 art. 9: one household is one head; one owner of several
 * households is one head; co-owners of one household are one head; everything the developer has not sold or not handed
 * over is one head together. Guardians, heirs and agents act for an owner and never add a head.
 *
 * @returns the entitlements in the order of the roll; or which field is wrong: no household at all, a household twice,
 * a household without an owner, an area that is not a whole number of dm² above zero (unknown is `null`).
 */
export function freezeElectorate(
  households: readonly HouseholdOnRoll[],
  options: FreezeOptions = {},
): Result<Entitlement[]> {
  const problems = new Problems();
  const { jointAndSole = 'separate' } = options;
  problems.oneOf(jointAndSole, 'jointAndSole', ['separate', 'merged']);
  checkHouseholds(households, problems);
  if (!problems.none) return refuse(...problems.list);

  const ownerKeys = households.map(ownersOf);
  const headKeys = jointAndSole === 'separate' ? ownerKeys.map(headKeyOf) : mergedHeadKeys(ownerKeys);
  return ok(
    households.map(({ householdId, areaDm2 }, i) => ({ householdId, headKey: headKeys[i] as string, areaDm2 })),
  );
}

/** The ids that make the head of one household, in a fixed order; the developer's own are all under one key. */
function ownersOf({ owners, handedOver }: HouseholdOnRoll): string[] {
  if (handedOver === false || owners.every((owner) => owner.kind === 'developer')) return [DEVELOPER_HEAD];
  return [...new Set(owners.map((owner) => `owner:${owner.ownerId}`))].sort();
}

function headKeyOf(owners: readonly string[]): string {
  return owners.join('+');
}

/** Households that share an owner, directly or through a third household, end up under the same key. */
function mergedHeadKeys(ownerKeys: readonly string[][]): string[] {
  const groupOf = new Map<string, Set<string>>();
  for (const owners of ownerKeys) {
    const group = new Set<string>(owners);
    for (const owner of owners) for (const other of groupOf.get(owner) ?? []) group.add(other);
    for (const member of group) groupOf.set(member, group);
  }
  return ownerKeys.map((owners) => headKeyOf([...(groupOf.get(owners[0] as string) as Set<string>)].sort()));
}

function checkHouseholds(households: readonly HouseholdOnRoll[], problems: Problems): void {
  const seen = new Set<string>();
  problems.eachOfSome(households, 'households', ({ householdId, areaDm2, owners }, at) => {
    checkIdentity(householdId, areaDm2, at, seen, problems);
    if (!Array.isArray(owners) || owners.length === 0) problems.add('no_owner', `${at}.owners`);
    else problems.each(owners, `${at}.owners`, (owner, where) => void problems.text(owner.ownerId, `${where}.ownerId`));
  });
}

function checkIdentity(id: string, areaDm2: number | null, at: string, seen: Set<string>, problems: Problems): void {
  if (problems.text(id, `${at}.householdId`) && seen.has(id)) problems.add('duplicate', `${at}.householdId`, id);
  seen.add(id);
  if (areaDm2 !== null) problems.integer(areaDm2, `${at}.areaDm2`, 1);
}

/** Checks a list that was frozen earlier and comes back from storage; `tally` calls it. */
export function checkElectorate(electorate: readonly Entitlement[], problems: Problems): void {
  const seen = new Set<string>();
  let total = 0;
  problems.eachOfSome(electorate, 'electorate', ({ householdId, headKey, areaDm2 }, at) => {
    checkIdentity(householdId, areaDm2, at, seen, problems);
    problems.text(headKey, `${at}.headKey`);
    total += areaDm2 ?? 0;
  });
  if (problems.none && total > LARGEST_AMOUNT) problems.add('too_large', 'electorate', total);
}

/** The areas a household may be recorded with, in dm². */
export interface RecordedAreas {
  registeredDm2?: number | null;
  surveyedDm2?: number | null;
  contractedDm2?: number | null;
}

/** Which of the recorded areas counts, and what it rests on (司法解释 art. 8); `null` when none is known. */
export function areaOf(recorded: RecordedAreas): { areaDm2: number; areaSource: AreaSource } | null {
  const inOrder = [
    { areaDm2: recorded.registeredDm2, areaSource: 'registered' as const },
    { areaDm2: recorded.surveyedDm2, areaSource: 'surveyed' as const },
    { areaDm2: recorded.contractedDm2, areaSource: 'contracted' as const },
  ];
  for (const { areaDm2, areaSource } of inOrder) {
    if (areaDm2 !== undefined && areaDm2 !== null) return { areaDm2, areaSource };
  }
  return null;
}
