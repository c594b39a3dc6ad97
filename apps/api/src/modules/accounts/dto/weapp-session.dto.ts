import { Text } from '../../../platform/validation';

/** WeChat's codes are letters, digits, dashes and underscores; today's have 32 and 64 characters. */
const CODE = { max: 256, pattern: /^[\w-]+$/ };

export class SignInByWeappInput {
  @Text({ ...CODE, description: 'From wx.login; good once, for five minutes' })
  loginCode!: string;

  @Text({
    ...CODE,
    optional: true,
    description: 'From the button open-type="getPhoneNumber"; good once, for five minutes',
  })
  phoneCode?: string;
}
