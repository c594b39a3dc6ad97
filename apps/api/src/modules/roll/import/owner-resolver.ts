import { randomUUID } from 'node:crypto';
import type { OwnerKind } from '../sheet/roll-sheet.types';
import type { KnownOwner, RollState } from './roll-state';

/** An owner a sheet names, at one door. */
export interface NamedOwner {
  name: string;
  kind: OwnerKind;
  phone: string | null;
}

/**
 * Decides which owner a name in a sheet means. One person is the same person only by name and telephone together, or
 * because the name already stands on that very door; an authority or a company is the same by its name. A merge an
 * officer once made holds: names and telephones of the merged owner lead to the one that stayed.
 */
export class OwnerResolver {
  readonly newOwners: KnownOwner[] = [];
  readonly newPhones = new Map<string, string>();

  private readonly byNameAndPhone = new Map<string, string>();
  private readonly organisations = new Map<string, string>();
  private readonly owners = new Map<string, KnownOwner>();
  /** Owner → every name it goes by, its own and those merged into it. */
  private readonly names = new Map<string, Set<string>>();
  private readonly doorsOfOwner = new Map<string, Set<string>>();

  /** `phonesInSheet`: door → the telephone the sheet gives it, to tell a changed number from another person. */
  constructor(
    state: RollState,
    private readonly phonesInSheet: ReadonlyMap<string, string | null>,
  ) {
    const known = new Map(state.owners.map((owner) => [owner.ownerId, owner]));
    const finalOf = (owner: KnownOwner): KnownOwner => {
      let at = owner;
      for (let steps = 0; at.mergedIntoId !== null && steps < 100; steps += 1) at = known.get(at.mergedIntoId) ?? at;
      return at;
    };
    for (const owner of state.owners) {
      const { ownerId } = finalOf(owner);
      this.owners.set(owner.ownerId, owner);
      this.names.set(ownerId, (this.names.get(ownerId) ?? new Set()).add(owner.name));
      if (owner.kind !== 'person') this.organisations.set(owner.name, ownerId);
      else if (owner.phone !== null) this.byNameAndPhone.set(keyOf(owner.name, owner.phone), ownerId);
    }
    for (const { householdId, ownerIds } of state.households) {
      for (const ownerId of ownerIds)
        this.doorsOfOwner.set(ownerId, (this.doorsOfOwner.get(ownerId) ?? new Set()).add(householdId));
    }
  }

  /** The id of the owner meant; `householdId` and `onDoor` (its owners now) are null and empty for a new door. */
  resolve(named: NamedOwner, householdId: string | null, onDoor: readonly string[]): string {
    const standing = onDoor.find((ownerId) => this.names.get(ownerId)?.has(named.name));
    if (named.kind !== 'person') return this.organisations.get(named.name) ?? standing ?? this.add(named);
    if (named.phone === null) return standing ?? this.add(named);
    const same = this.byNameAndPhone.get(keyOf(named.name, named.phone));
    if (same !== undefined) return same;
    if (standing !== undefined && householdId !== null && this.hasNewPhone(standing, householdId, named.phone)) {
      this.newPhones.set(standing, named.phone);
      this.byNameAndPhone.set(keyOf(named.name, named.phone), standing);
      return standing;
    }
    return this.add(named);
  }

  /** A new telephone, not another person: the owner had none, or every door of theirs in the sheet gives the new one. */
  private hasNewPhone(ownerId: string, householdId: string, phone: string): boolean {
    if (this.owners.get(ownerId)?.phone === null && !this.newPhones.has(ownerId)) return true;
    const others = [...(this.doorsOfOwner.get(ownerId) ?? [])].filter((door) => door !== householdId);
    return others.every((door) => this.phonesInSheet.get(door) === phone);
  }

  private add({ name, kind, phone }: NamedOwner): string {
    const owner: KnownOwner = { ownerId: randomUUID(), name, kind, phone, mergedIntoId: null };
    this.newOwners.push(owner);
    this.owners.set(owner.ownerId, owner);
    this.names.set(owner.ownerId, new Set([name]));
    if (kind !== 'person') this.organisations.set(name, owner.ownerId);
    else if (phone !== null) this.byNameAndPhone.set(keyOf(name, phone), owner.ownerId);
    return owner.ownerId;
  }
}

const keyOf = (name: string, phone: string): string => `${name}\n${phone}`;
