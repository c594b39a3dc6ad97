import type { PendingStep, Role } from '../../platform/access';
import { isStaff } from '../../platform/access';

export const ASSURANCES = ['full', 'password_only'] as const;
/** How sure we are of someone: `password_only` is half of a staff sign-in and opens only the second half. */
export type Assurance = (typeof ASSURANCES)[number];

export const SESSION_ENDS = [
  'signed_out',
  'replaced',
  'by_owner',
  'password_changed',
  'factor_changed',
  'role_changed',
  'tries_used',
  'by_office',
  'erased',
] as const;
/** Why a session was ended before its time. */
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** What is known of a session that decides what it may still have to do. */
export interface Standing {
  role: Role;
  assurance: Assurance;
  mustChangePassword: boolean;
  hasTotp: boolean;
  hasDevicePin: boolean;
  isLocked: boolean;
}

/**
 * What stands between a session and everything its account may do; null: nothing. A password that was told to someone
 * is changed before an app is set up; where there is an app already, its code comes first.
 */
export function pendingStep(standing: Standing): PendingStep | null {
  const { role, assurance, mustChangePassword, hasTotp, hasDevicePin, isLocked } = standing;
  if (isStaff(role)) {
    if (assurance === 'password_only' && hasTotp) return 'totp';
    if (mustChangePassword) return 'change_password';
    return assurance === 'password_only' ? 'enrol_totp' : null;
  }
  if (role !== 'volunteer') return null;
  if (!hasDevicePin) return 'set_device_pin';
  return isLocked ? 'unlock' : null;
}
