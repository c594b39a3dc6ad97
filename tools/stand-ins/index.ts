/** Services outside, spoken to by their documented protocols, on this machine: for tests and the demo. */
export { SmsStandIn, type DeliveredSms, type SmsFault } from './sms.ts';
export { WechatStandIn, type WechatFault } from './wechat.ts';
export type { DeliveredMessage } from './wechat-messages.ts';
export { tc3Problem } from './tc3-verifier.ts';
