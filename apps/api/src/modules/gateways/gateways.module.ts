import { Module } from '@nestjs/common';
import { AppConfig } from '../../config';
import { Clock } from '../../platform/clock';
import { ConsoleSmsSender } from './sms/console-sms-sender';
import { NoSmsSender } from './sms/no-sms-sender';
import { SmsSender } from './sms/sms-sender';
import { TencentSmsSender } from './sms/tencent-sms-sender';
import { AccessToken } from './wechat/access-token';
import { Wechat } from './wechat/wechat';
import { WechatApi } from './wechat/wechat-api';

/** The one sender of this installation. */
function smsSenderOf(config: AppConfig, clock: Clock): SmsSender {
  switch (config.SMS_PROVIDER ?? (config.JIATI_DEMO ? 'console' : 'none')) {
    case 'tencent':
      return new TencentSmsSender(config);
    case 'console':
      return new ConsoleSmsSender(config, clock);
    case 'none':
      return new NoSmsSender();
  }
}

/** The services outside: WeChat, and whoever carries text messages. Nothing here knows who signs in. */
@Module({
  providers: [
    AccessToken,
    Wechat,
    WechatApi,
    { provide: SmsSender, useFactory: smsSenderOf, inject: [AppConfig, Clock] },
  ],
  exports: [SmsSender, Wechat],
})
export class GatewaysModule {}
