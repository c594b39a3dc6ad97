/** A code as it went out. */
export interface SentCode {
  phone: string;
  code: string;
  sentAt: Date;
}

/**
 * Whether a code that could not be confirmed surely did not leave. When it may still arrive it must stay good, or a
 * neighbour types in a code from a real message and is refused.
 */
export class SmsFailure extends Error {
  constructor(readonly mayArrive: boolean) {
    super(mayArrive ? 'the message may still arrive' : 'the message did not leave');
    this.name = 'SmsFailure';
  }
}

/** Brings a code, or a reminder, to a phone. There is one implementation for each `SMS_PROVIDER`. */
export abstract class SmsSender {
  /**
   * Resolves once the message is handed over.
   * @param phone 11 digits, mainland
   * @throws Refusal sms_phone_too_soon, sms_phone_too_often (429), sms_phone_unreachable (422): it is about this number
   * @throws SmsFailure for everything else; the reason is in the log, without the number
   */
  abstract sendCode(phone: string, code: string): Promise<void>;

  /** Whether reminders leave here at all; without a template of their own only codes do. */
  abstract readonly canRemind: boolean;

  /**
   * Resolves once the message is handed over.
   * @param words what the template's variables become, in order; six characters each is what Tencent lets through
   * @throws ReminderFailure
   */
  abstract sendReminder(phone: string, words: readonly string[]): Promise<void>;

  /** The newest codes, for the demo's guide; a real gateway keeps none. */
  recentCodes(): SentCode[] {
    return [];
  }
}
