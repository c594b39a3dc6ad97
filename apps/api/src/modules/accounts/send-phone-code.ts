import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { LIMITS, Limits } from '../../platform/limits';
import { Transactions } from '../../platform/transaction';
import { SmsFailure, SmsSender } from '../gateways';
import { accountRefusals } from './accounts.refusals';
import type { PhoneCodeSentDto, SendPhoneCodeInput } from './dto/session.dto';
import { PhoneCodesRepository } from './phone-codes.repository';
import { Secrets } from './secrets';

export const CODE_LIFE_MS = 5 * 60_000;

/** Sends a six-digit code to a phone. The answer is the same whether or not the phone is known here. */
@Injectable()
export class SendPhoneCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
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
    await this.limits.spend('smsPhoneMinute', phone, accountRefusals.code_too_soon);
    await this.limits.spend('smsPhoneDay', phone, accountRefusals.code_daily_cap);
    await this.limits.spend('smsEveryone', '', accountRefusals.sms_unavailable);
    const id = randomUUID();
    const code = this.secrets.newCode();
    const codeHash = this.secrets.codeDigest(phone, code);
    await this.transactions.run((tx) => {
      const createdAt = this.clock.now();
      const expiresAt = new Date(createdAt.getTime() + CODE_LIFE_MS);
      return this.codes.add(tx, { id, phone, codeHash, createdAt, expiresAt });
    });
    await this.send(id, phone, code);
    return { resendAfterSeconds: LIMITS.smsPhoneMinute.seconds };
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
      if (!mayArrive) await this.takeBack(id, phone);
      throw error instanceof Refusal ? error : accountRefusals.sms_unavailable({ retryAfterSeconds: 60 });
    }
  }

  private async takeBack(id: string, phone: string): Promise<void> {
    await this.transactions.run((tx) => this.codes.remove(tx, id));
    await this.limits.giveBack('smsPhoneMinute', phone);
    await this.limits.giveBack('smsPhoneDay', phone);
    await this.limits.giveBack('smsEveryone', '');
  }
}
