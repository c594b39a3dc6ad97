import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../accounts';
import { RollDirectory, Slips, type HouseholdPlace } from '../roll';
import type { BindingMethod } from './binding.types';
import { bindingRefusals } from './bindings.refusals';

/** A door as someone names it. */
export interface NamedDoor {
  stairwellCode: string;
  roomNo: string;
}

/** Finds the door someone names and checks what shows that they belong behind it. */
@Injectable()
export class BindingProof {
  constructor(
    private readonly accounts: Accounts,
    private readonly roll: RollDirectory,
    private readonly slips: Slips,
  ) {}

  /** @throws household_unknown (404) */
  async placeOf(tx: EntityManager, { stairwellCode, roomNo }: NamedDoor): Promise<HouseholdPlace> {
    const place = await this.roll.findHousehold(tx, stairwellCode, roomNo);
    if (!place) throw bindingRefusals.household_unknown();
    return place;
  }

  /**
   * The household of a slip, for someone nobody knows yet.
   * @throws wrong_slip (401; the same for an unknown door and a wrong PIN), slip_locked (429)
   */
  async householdOfSlip(
    tx: EntityManager,
    { stairwellCode, roomNo, pin }: NamedDoor & { pin: string },
  ): Promise<string> {
    const place = await this.roll.findHousehold(tx, stairwellCode, roomNo);
    if (!place) await this.slips.verifyNobodys(`${stairwellCode} ${roomNo}`, pin);
    if (!place || !(await this.slips.verify(tx, place.householdId, pin))) throw bindingRefusals.wrong_slip();
    return place.householdId;
  }

  /**
   * Insists on what a method rests on; an office check rests on nothing yet.
   * @throws pin_missing (400), wrong_pin (401), slip_locked (429), phone_missing, phone_not_on_roll (403)
   */
  async assertShown(
    tx: EntityManager,
    accountId: string,
    householdId: string,
    { method, pin }: { method: BindingMethod; pin?: string },
  ): Promise<void> {
    if (method === 'slip') {
      if (pin === undefined) throw bindingRefusals.pin_missing();
      if (!(await this.slips.verify(tx, householdId, pin))) throw bindingRefusals.wrong_pin();
    }
    if (method === 'roll_phone') {
      const phone = (await this.accounts.findByIds(tx, [accountId])).get(accountId)?.phone;
      if (!phone) throw bindingRefusals.phone_missing();
      if (!(await this.roll.phoneStandsOnRoll(tx, householdId, phone))) throw bindingRefusals.phone_not_on_roll();
    }
  }
}
