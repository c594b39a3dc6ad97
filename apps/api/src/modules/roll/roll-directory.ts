import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '../../platform/vault';
import { Building, Estate, Stairwell } from './entities';
import { factsInScope, placeByDoor, placesByIds, placesByPhone, stairwellPlaces } from './roll.repository';
import type { HouseholdFacts, HouseholdPlace, ScopeKind, ScopePlace, Stage, StairwellPlace } from './roll.types';
import { readRoomNo } from './sheet/read-numbers';

/** What other modules may ask of the roll. Reads within the caller's transaction; nothing here shows a telephone. */
@Injectable()
export class RollDirectory {
  constructor(private readonly vault: Vault) {}

  /** The household behind a door, by the poster's code and the room number as people write it; null when there is none. */
  findHousehold(tx: EntityManager, stairwellCode: string, roomNo: string): Promise<HouseholdPlace | null> {
    return placeByDoor(tx, codeOf(stairwellCode), readRoomNo(roomNo));
  }

  /** Households whose registered owner or public-housing tenant is on the roll with this telephone. */
  householdsByPhone(tx: EntityManager, phone: string): Promise<HouseholdPlace[]> {
    return placesByPhone(tx, this.vault.indexOf('phone', phone));
  }

  /** Does this telephone stand on the roll for this household? */
  async phoneStandsOnRoll(tx: EntityManager, householdId: string, phone: string): Promise<boolean> {
    return (await this.householdsByPhone(tx, phone)).some((place) => place.householdId === householdId);
  }

  /** The stairwell of a poster's code, or null. Small letters and spaces do not matter. */
  async stairwellByCode(tx: EntityManager, code: string): Promise<StairwellPlace | null> {
    return (await stairwellPlaces(tx, { code: codeOf(code) }))[0] ?? null;
  }

  /** Stairwells by id; unknown ids are missing from the map. */
  async stairwellsByIds(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StairwellPlace>> {
    const places = ids.length === 0 ? [] : await stairwellPlaces(tx, { ids });
    return new Map(places.map((place) => [place.stairwellId, place]));
  }

  /** Every stairwell of an estate, in natural order. */
  stairwellsOfEstate(tx: EntityManager, estateId: string): Promise<StairwellPlace[]> {
    return stairwellPlaces(tx, { estateId });
  }

  /** Everything an electorate freezes, household by household, in natural order; empty when the scope is unknown. */
  householdsInScope(tx: EntityManager, scopeKind: ScopeKind, scopeId: string): Promise<HouseholdFacts[]> {
    return factsInScope(tx, scopeKind, scopeId);
  }

  /** The place a scope is, in words, and its stairwells; null when there is no such place. */
  async scopeOf(tx: EntityManager, scopeKind: ScopeKind, scopeId: string): Promise<ScopePlace | null> {
    const filter = { stairwell: { ids: [scopeId] }, building: { buildingId: scopeId }, estate: { estateId: scopeId } }[
      scopeKind
    ];
    const stairwells = await stairwellPlaces(tx, filter);
    const stairwellIds = stairwells.map(({ stairwellId }) => stairwellId);
    const [first] = stairwells;
    if (first) {
      const parts = {
        estate: [],
        building: [first.buildingName],
        stairwell: [first.buildingName, first.stairwellName],
      };
      return { estateId: first.estateId, label: [first.estateName, ...parts[scopeKind]].join(' '), stairwellIds };
    }
    const building = scopeKind === 'building' ? await tx.findOneBy(Building, { id: scopeId }) : null;
    const estateId = building?.estateId ?? (scopeKind === 'estate' ? scopeId : null);
    const estate = estateId === null ? null : await tx.findOneBy(Estate, { id: estateId });
    return (
      estate && { estateId: estate.id, label: [estate.name, building?.name].filter(Boolean).join(' '), stairwellIds }
    );
  }

  /** Households by id; unknown ids are missing from the map. */
  async householdPlace(tx: EntityManager, ids: readonly string[]): Promise<Map<string, HouseholdPlace>> {
    return new Map((await placesByIds(tx, ids)).map((place) => [place.householdId, place]));
  }

  /** Moves a stairwell to a stage; `sinceOn` is YYYY-MM-DD in Shanghai. Whether it may move is the caller's rule. */
  async setStage(tx: EntityManager, stairwellId: string, stage: Stage, sinceOn: string): Promise<void> {
    await tx.update(Stairwell, { id: stairwellId }, { stage, stageSinceOn: sinceOn });
  }

  /** The telephone that an estate's pages show; null takes it away. */
  async setHotline(tx: EntityManager, estateId: string, hotline: string | null): Promise<void> {
    await tx.update(Estate, { id: estateId }, { hotline });
  }
}

const codeOf = (written: string): string => written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
