export { gatewayRefusals } from './gateways.refusals';
export { GatewaysModule } from './gateways.module';
export { ReminderFailure, type ReminderFailureReason } from './reminder-failure';
export { SmsFailure, SmsSender, type SentCode } from './sms/sms-sender';
export { Wechat } from './wechat/wechat';
export type { SubscribedMessage } from './wechat/wechat-api';
