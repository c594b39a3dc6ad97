import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { SmsFailure, SmsSender } from '../gateways';
import { accountRefusals } from './accounts.refusals';
import type { PhoneCodeSentDto, SendPhoneCodeInput } from './dto/session.dto';
import { PhoneCodesRepository } from './phone-codes.repository';
import { Secrets } from './secrets';

export const CODE_LIFE_MS = 5 * 60_000;
const RESEND_AFTER_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST_A_DAY = 10;

/** Sends a six-digit code to a phone. The answer is the same whether or not the phone is known here. */
@Injectable()
export class SendPhoneCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: PhoneCodesRepository,
    private readonly secrets: Secrets,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws code_too_soon, code_daily_cap, sms_phone_too_soon, sms_phone_too_often (429, with Retry-After),
   * sms_phone_unreachable (422), sms_unavailable (503)
   */
  async execute({ phone }: SendPhoneCodeInput): Promise<PhoneCodeSentDto> {
    const id = randomUUID();
    const code = this.secrets.newCode();
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await this.codes.lockPhone(tx, phone);
      const { newestAt, count } = await this.codes.sentSince(tx, phone, new Date(now.getTime() - DAY_MS));
      const waitMs = newestAt ? newestAt.getTime() + RESEND_AFTER_MS - now.getTime() : 0;
      if (waitMs > 0) throw accountRefusals.code_too_soon({ retryAfterSeconds: Math.ceil(waitMs / 1000) });
      if (count >= MOST_A_DAY) throw accountRefusals.code_daily_cap({ retryAfterSeconds: DAY_MS / 1000 });
      const codeHash = this.secrets.codeDigest(phone, code);
      await this.codes.add(tx, {
        id,
        phone,
        codeHash,
        createdAt: now,
        expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
      });
    });
    await this.send(id, phone, code);
    return { resendAfterSeconds: RESEND_AFTER_MS / 1000 };
  }

  /**
   * Outside the transaction, which may be run twice. A code that did not go out must not make its owner wait; one that
   * may have gone out stays good.
   */
  private async send(id: string, phone: string, code: string): Promise<void> {
    try {
      await this.sms.sendCode(phone, code);
    } catch (error) {
      const mayArrive = error instanceof SmsFailure && error.mayArrive;
      if (!mayArrive) await this.transactions.run((tx) => this.codes.remove(tx, id));
      throw error instanceof Refusal ? error : accountRefusals.sms_unavailable({ retryAfterSeconds: 60 });
    }
  }
}
