import type { Refusal } from '../../../platform/errors';
import { gatewayRefusals } from '../gateways.refusals';

const DAY_S = 86_400;

/** What concerns this one number and can be said to its owner. All other codes are ours to mend: 503. */
const ABOUT_THE_NUMBER: Record<string, () => Refusal> = {
  'LimitExceeded.PhoneNumberThirtySecondLimit': () => gatewayRefusals.sms_phone_too_soon({ retryAfterSeconds: 30 }),
  'LimitExceeded.PhoneNumberOneHourLimit': () => gatewayRefusals.sms_phone_too_soon({ retryAfterSeconds: 3_600 }),
  'LimitExceeded.DeliveryFrequencyLimit': () => gatewayRefusals.sms_phone_too_soon({ retryAfterSeconds: 60 }),
  'LimitExceeded.PhoneNumberDailyLimit': () => gatewayRefusals.sms_phone_too_often({ retryAfterSeconds: DAY_S }),
  'LimitExceeded.PhoneNumberSameContentDailyLimit': () =>
    gatewayRefusals.sms_phone_too_often({ retryAfterSeconds: DAY_S }),
  'FailedOperation.PhoneNumberInBlacklist': () => gatewayRefusals.sms_phone_unreachable(),
  'InvalidParameterValue.IncorrectPhoneNumber': () => gatewayRefusals.sms_phone_unreachable(),
};

/** Whether Tencent may have sent it all the same. */
const UNCERTAIN = /^InternalError/;

/** What a code of SendSms other than `Ok` means: a refusal that names the number's own trouble, or null for ours. */
export function refusalOfStatus(code: string): Refusal | null {
  return ABOUT_THE_NUMBER[code]?.() ?? null;
}

/** True when the message may arrive although the answer was an error. */
export function mayStillArrive(code: string): boolean {
  return UNCERTAIN.test(code);
}
