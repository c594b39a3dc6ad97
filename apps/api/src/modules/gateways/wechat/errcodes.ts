import type { Refusal } from '../../../platform/errors';
import { gatewayRefusals } from '../gateways.refusals';
import { ReminderFailure, type ReminderFailureReason } from '../reminder-failure';

/** Busy: worth one more try. */
export const BUSY = -1;

/** The access token is not, or no longer, good. */
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 42001]);

const BY_ERRCODE: Record<number, () => Refusal> = {
  40029: gatewayRefusals.weapp_code_refused, // never was a code, or older than five minutes
  40163: gatewayRefusals.weapp_code_refused, // used already
  40226: gatewayRefusals.weapp_account_blocked, // WeChat takes the user for a risk
  45011: () => gatewayRefusals.weapp_too_often({ retryAfterSeconds: 60 }), // 100 a minute for one user
};

/**
 * What a person is told for an errcode of WeChat. Everything that is not theirs to mend (a wrong AppID or secret, a
 * quota, a missing permission) is the same calm 503; the errcode itself stands in the log.
 */
export function refusalOfErrcode(errcode: number): Refusal {
  return (BY_ERRCODE[errcode] ?? unavailable)();
}

const NOT_SENT_BECAUSE: Record<number, ReminderFailureReason> = {
  [BUSY]: 'uncertain',
  43101: 'no_permission', // refused, or allowed fewer messages than were sent
  40003: 'unreachable', // no user of this mini-program, or not any more
};

/** What an errcode of `message/subscribe/send` means. A wrong template, page or value is ours to mend: the log has it. */
export function reminderFailureOf(errcode: number): ReminderFailure {
  return new ReminderFailure(NOT_SENT_BECAUSE[errcode] ?? 'refused');
}

/** The 503 of this gateway. */
export const unavailable = (): Refusal => gatewayRefusals.gateway_unavailable({ retryAfterSeconds: 30 });
