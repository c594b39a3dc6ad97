import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Refusal } from '../errors';
import { accessRefusals } from './access.refusals';
import type { Actor, PendingStep } from './actor';

export const ADMITS_BEFORE = 'jiati:admits-before';

/** Opens a route to sessions that still have to do one of these steps: where it is done, or where one signs out. */
export const AdmitsBefore = (...steps: [PendingStep, ...PendingStep[]]) =>
  applyDecorators(SetMetadata(ADMITS_BEFORE, steps));

const REFUSALS: Record<PendingStep, () => Refusal> = {
  totp: () => accessRefusals.second_factor_needed(),
  enrol_totp: () => accessRefusals.second_factor_needed(),
  change_password: () => accessRefusals.password_change_needed(),
  set_device_pin: () => accessRefusals.device_pin_missing(),
  unlock: () => accessRefusals.device_locked(),
};

/** Half of a staff sign-in opens nothing at all; a volunteer's locked device only keeps the volunteer's work shut. */
export function isHalfSignedIn({ pending }: Pick<Actor, 'pending'>): boolean {
  return pending === 'totp' || pending === 'enrol_totp' || pending === 'change_password';
}

/**
 * For what a volunteer does through a route that is also a neighbour's own: the device must be open.
 * @throws device_pin_missing (403), device_locked (423)
 */
export function assertNothingPending({ pending }: Pick<Actor, 'pending'>): void {
  if (pending) throw REFUSALS[pending]();
}
