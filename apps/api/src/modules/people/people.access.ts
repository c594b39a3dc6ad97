import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, StaffRole } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { StaffAccounts, type ManagedAccount, type RemitPlace } from '../accounts';
import { reachesPlace, RollAccess } from '../roll';
import type { RemitInput } from './dto/person.dto';
import { peopleRefusals } from './people.refusals';
import { remitsOf } from './people.repository';
import { KIND_OF_ROLE, stewardshipOf, type PersonRole } from './person.types';
import { ReadPeople } from './read-people';

/** Who may look after whose account, and give a say over which places. */
@Injectable()
export class PeopleAccess {
  constructor(
    private readonly people: ReadPeople,
    private readonly staff: StaffAccounts,
    private readonly roll: RollAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws role_not_yours (403) */
  assertMayMake(actor: Actor, role: StaffRole): void {
    if (!stewardshipOf(actor).makes.includes(role)) throw peopleRefusals.role_not_yours();
  }

  /**
   * The account, locked, when the actor may change it.
   * @throws person_unknown (404) out of reach; not_yourself (409); person_not_yours (403) for a role the actor does not
   *   look after
   */
  async lockManaged(tx: EntityManager, actor: Actor, id: string): Promise<ManagedAccount & { role: PersonRole }> {
    const { role } = await this.people.one(tx, actor, id);
    if (id === actor.accountId) throw peopleRefusals.not_yourself();
    if (!stewardshipOf(actor).manages.includes(role)) throw peopleRefusals.person_not_yours();
    const account = await this.staff.lock(tx, id);
    if (account?.role !== role) throw peopleRefusals.person_unknown();
    return { ...account, role };
  }

  /**
   * The account, locked, when it is the actor's alone: someone who also works for another neighbourhood is not shut out
   * by one of them.
   * @throws as `lockManaged`
   */
  async lockOwned(tx: EntityManager, actor: Actor, id: string): Promise<ManagedAccount & { role: PersonRole }> {
    const account = await this.lockManaged(tx, actor, id);
    const remits = (await remitsOf(tx, stewardshipOf(actor).within, [id])).get(id) ?? [];
    if (remits.some(({ isReached }) => !isReached)) throw peopleRefusals.person_not_yours();
    return account;
  }

  /**
   * The places that are asked for, when the actor may give them to someone of this role.
   * @throws remit_incomplete (400) when a place is not filled in; remit_not_for_role, remit_expired, remit_missing (422);
   *   remit_elsewhere (403); stairwell_unknown (404)
   */
  async placesFor(
    tx: EntityManager,
    actor: Actor,
    role: PersonRole,
    inputs: readonly RemitInput[],
  ): Promise<RemitPlace[]> {
    const places = inputs.map(placeOf);
    const { within } = stewardshipOf(actor);
    // Whoever an officer adds without a place would be out of the officer's sight at once.
    if (places.length === 0 && !within.everywhere) throw peopleRefusals.remit_missing();
    for (const place of places) {
      if (place.kind !== KIND_OF_ROLE[role]) throw peopleRefusals.remit_not_for_role();
      if (place.expiresOn !== null && place.expiresOn < this.clock.today()) throw peopleRefusals.remit_expired();
      if (place.kind === 'stairwell') await this.roll.assertStairwell(tx, { remit: within }, place.stairwellId);
      else if (!isWithin({ remit: within }, place)) throw peopleRefusals.remit_elsewhere();
    }
    return places;
  }
}

function isWithin(reach: Pick<Actor, 'remit'>, place: Exclude<RemitPlace, { kind: 'stairwell' }>): boolean {
  if (place.kind === 'neighbourhood') return reachesPlace(reach, place);
  return reach.remit.everywhere || reach.remit.towns.includes(place.town);
}

/** @throws remit_incomplete (400) where the fields of its kind are missing, or others are there */
function placeOf(input: RemitInput, index: number): RemitPlace {
  const { kind, town, neighbourhood, stairwellId, expiresOn = null } = input;
  if (kind === 'town' && town !== undefined && neighbourhood === undefined && stairwellId === undefined) {
    return { kind, town, expiresOn };
  }
  if (kind === 'neighbourhood' && town !== undefined && neighbourhood !== undefined && stairwellId === undefined) {
    return { kind, town, neighbourhood, expiresOn };
  }
  if (kind === 'stairwell' && stairwellId !== undefined && town === undefined && neighbourhood === undefined) {
    return { kind, stairwellId, expiresOn };
  }
  const { title: message } = peopleRefusals.remit_incomplete();
  throw peopleRefusals.remit_incomplete({ errors: [{ path: `remits.${index}`, message }] });
}
