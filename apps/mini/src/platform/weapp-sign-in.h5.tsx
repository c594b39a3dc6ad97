import type { PhoneNumberButtonProps } from './weapp-sign-in.types';

/** A browser has no WeChat behind it, also the one inside WeChat. */
export const canSignInByWeapp = false;

export async function loginCode(): Promise<string> {
  throw new Error('There is no wx.login in a browser');
}

export function PhoneNumberButton(_props: PhoneNumberButtonProps) {
  return null;
}
