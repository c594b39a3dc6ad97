import type { Refusal } from '../../../platform/errors';
import { gatewayRefusals } from '../gateways.refusals';

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

/** The 503 of this gateway. */
export const unavailable = (): Refusal => gatewayRefusals.gateway_unavailable({ retryAfterSeconds: 30 });
