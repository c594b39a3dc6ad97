import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

/** How text messages leave: to the console (demo only), through Tencent Cloud, or not at all. */
export type SmsProvider = 'console' | 'tencent' | 'none';

const address = () => IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false });

/** What the environment says of the services outside that this one asks: text messages and WeChat. */
export class GatewayConfig {
  /** Unset: `console` in the demo, `none` elsewhere; then codes cannot be asked for and slips remain. */
  @IsOptional()
  @IsIn(['console', 'tencent', 'none'])
  SMS_PROVIDER?: SmsProvider;

  /** Key pair of a Tencent Cloud sub-account that may do nothing but send messages. */
  @IsOptional()
  @IsString()
  SMS_SECRET_ID?: string;

  @IsOptional()
  @IsString()
  SMS_SECRET_KEY?: string;

  /** SdkAppId of the application in the SMS console, e.g. 1400006666. */
  @IsOptional()
  @Matches(/^\d{6,12}$/)
  SMS_APP_ID?: string;

  /** The approved signature in front of the message, without its brackets. */
  @IsOptional()
  @IsString()
  SMS_SIGN_NAME?: string;

  /** The approved template; its only variable is the code. */
  @IsOptional()
  @Matches(/^\d{1,12}$/)
  SMS_TEMPLATE_ID?: string;

  /** The approved template of reminders, with the day and the hour of closing; without it nobody is reminded by SMS. */
  @IsOptional()
  @Matches(/^\d{1,12}$/)
  SMS_REMINDER_TEMPLATE_ID?: string;

  @Matches(/^[a-z]{2}-[a-z]+$/)
  SMS_REGION = 'ap-guangzhou';

  @address()
  SMS_API_URL = 'https://sms.tencentcloudapi.com';

  /** The mini-program's AppID and AppSecret; without them nobody signs in by WeChat. */
  @IsOptional()
  @Matches(/^wx[0-9a-f]{16}$/)
  WECHAT_APP_ID?: string;

  @IsOptional()
  @IsString()
  WECHAT_APP_SECRET?: string;

  /** The template of subscription messages; without it nobody is reminded by WeChat. */
  @IsOptional()
  @Matches(/^[\w-]{20,64}$/)
  WECHAT_REMINDER_TEMPLATE_ID?: string;

  /** Its keys for where and until when, as the chosen template numbers them. */
  @Matches(/^thing\d{1,2},(time|date)\d{1,2}$/)
  WECHAT_REMINDER_KEYS = 'thing1,time2';

  @address()
  WECHAT_API_URL = 'https://api.weixin.qq.com';

  /** How long one question to such a service may take, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(50)
  @Max(30_000)
  GATEWAY_TIMEOUT_MS = 5_000;
}

/** Names without a default, so that they are looked for in the environment too. */
export const gatewayNames = {
  SMS_PROVIDER: '',
  SMS_SECRET_ID: '',
  SMS_SECRET_KEY: '',
  SMS_APP_ID: '',
  SMS_SIGN_NAME: '',
  SMS_TEMPLATE_ID: '',
  SMS_REMINDER_TEMPLATE_ID: '',
  WECHAT_APP_ID: '',
  WECHAT_APP_SECRET: '',
  WECHAT_REMINDER_TEMPLATE_ID: '',
};

const neededForTencent = ['SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_APP_ID', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_ID'] as const;

/** What about the gateways cannot be right, each in one sentence; empty when all is well. */
export function gatewayProblems(config: GatewayConfig & { JIATI_DEMO: boolean }): string[] {
  const problems: string[] = [];
  if (config.SMS_PROVIDER === 'console' && !config.JIATI_DEMO) {
    problems.push('SMS_PROVIDER=console shows codes to whoever reads the console; it is for the demo only');
  }
  if (config.SMS_PROVIDER === 'tencent') {
    const missing = neededForTencent.filter((name) => !config[name]);
    if (missing.length > 0) problems.push(`SMS_PROVIDER=tencent needs ${missing.join(', ')}`);
  }
  if (Boolean(config.WECHAT_APP_ID) !== Boolean(config.WECHAT_APP_SECRET)) {
    problems.push('WECHAT_APP_ID and WECHAT_APP_SECRET are of use only together');
  }
  if (config.SMS_REMINDER_TEMPLATE_ID && config.SMS_PROVIDER !== 'tencent') {
    problems.push('SMS_REMINDER_TEMPLATE_ID is of use only with SMS_PROVIDER=tencent');
  }
  if (config.WECHAT_REMINDER_TEMPLATE_ID && !config.WECHAT_APP_ID) {
    problems.push('WECHAT_REMINDER_TEMPLATE_ID is of use only with WECHAT_APP_ID');
  }
  for (const name of ['SMS_API_URL', 'WECHAT_API_URL'] as const) {
    if (!isSafe(config[name])) problems.push(`${name} must be https: secrets and phone numbers travel to it`);
  }
  return problems;
}

/** Plain http is for a stand-in on this very machine. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
