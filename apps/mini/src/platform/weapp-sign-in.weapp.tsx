import { Button } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PhoneNumberButtonProps } from './weapp-sign-in.types';

/** Whether WeChat can say who holds this phone. */
export const canSignInByWeapp = true;

/**
 * A fresh single-use code for who is using WeChat on this phone; good for five minutes.
 * @throws when WeChat gives none, as without a network
 */
export async function loginCode(): Promise<string> {
  const { code } = await Taro.login();
  if (!code) throw new Error('wx.login gave no code');
  return code;
}

/** WeChat shows its own question and hands the number over only for a tap on its own button. */
export function PhoneNumberButton({ children, className, disabled, onPhoneCode }: PhoneNumberButtonProps) {
  return (
    <Button
      className={`is-native ${className ?? ''} ${disabled ? 'is-disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'is-touched'}
      openType="getPhoneNumber"
      disabled={disabled}
      onGetPhoneNumber={(event) => onPhoneCode((event.detail as { code?: string }).code ?? null)}
    >
      {children}
    </Button>
  );
}
