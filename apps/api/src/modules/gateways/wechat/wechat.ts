import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../platform/errors';
import { gatewayRefusals } from '../gateways.refusals';
import { ReminderFailure } from '../reminder-failure';
import { AccessToken } from './access-token';
import { WechatApi, type SubscribedMessage } from './wechat-api';

const MAINLAND_PHONE = /^1[3-9]\d{9}$/;

/** What WeChat knows of whoever holds the phone, and what it brings them. */
@Injectable()
export class Wechat {
  constructor(
    private readonly api: WechatApi,
    private readonly accessToken: AccessToken,
  ) {}

  /**
   * Who this is, for our mini-program alone.
   * @param loginCode from `wx.login`; good once, for five minutes
   * @throws weapp_code_refused (401), weapp_too_often (429), weapp_account_blocked (403), gateway_unavailable (503)
   */
  openidOf(loginCode: string): Promise<string> {
    return this.api.openidOf(loginCode);
  }

  /**
   * The mainland phone number, 11 digits, that the person allowed us to see.
   * @param phoneCode from the button `open-type="getPhoneNumber"`; good once, for five minutes
   * @throws weapp_phone_refused (401), weapp_phone_not_mainland (403), weapp_too_often (429), gateway_unavailable (503)
   */
  async phoneOf(phoneCode: string): Promise<string> {
    const answer = await this.phoneInfoOf(phoneCode);
    const { purePhoneNumber, countryCode, watermark } = (answer ?? {}) as Record<string, unknown>;
    // An answer meant for another mini-program would let its users in here.
    if ((watermark as { appid?: unknown } | null | undefined)?.appid !== this.api.appId) {
      throw this.api.unusable('getuserphonenumber', 'watermark');
    }
    if (String(countryCode) !== '86') throw gatewayRefusals.weapp_phone_not_mainland();
    if (typeof purePhoneNumber !== 'string' || !MAINLAND_PHONE.test(purePhoneNumber)) {
      throw this.api.unusable('getuserphonenumber', 'phone number');
    }
    return purePhoneNumber;
  }

  /**
   * One subscription message, good for one “allow” of the person. Asked for once: whether a first one that was not
   * answered arrived is not known.
   * @throws ReminderFailure
   */
  async sendReminder(message: SubscribedMessage): Promise<void> {
    try {
      await this.accessToken.use((token) => this.api.sendSubscribed(message, token));
    } catch (error) {
      throw error instanceof Refusal ? new ReminderFailure('refused') : error;
    }
  }

  private async phoneInfoOf(phoneCode: string): Promise<unknown> {
    try {
      return await this.accessToken.use((token) => this.api.phoneInfoOf(phoneCode, token));
    } catch (error) {
      throw phoneRefusal(error);
    }
  }
}

/** The same errcode means another sentence here: it was the phone that was asked for. */
function phoneRefusal(error: unknown): unknown {
  const isCode = (error as { code?: unknown }).code === 'weapp_code_refused';
  return isCode ? gatewayRefusals.weapp_phone_refused() : error;
}
