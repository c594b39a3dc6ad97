export { gatewayRefusals } from './gateways.refusals';
export { GatewaysModule } from './gateways.module';
export { SmsFailure, SmsSender, type SentCode } from './sms/sms-sender';
export { Wechat } from './wechat/wechat';
