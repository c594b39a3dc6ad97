import Taro from '@tarojs/taro';
import type { Transport } from '@jiati/contracts';
import { storage } from './storage';

export const clientName = 'weapp';

/** Set when the mini-program is built. */
export const baseUrl = API_ORIGIN;

const tokenKey = 'token';

/** The mini-program keeps no cookies: the session's token stays in its storage. */
export const readToken = (): string | null => storage.read(tokenKey);
export function keepToken(token: string | null): void {
  if (token) storage.write(tokenKey, token);
  else storage.remove(tokenKey);
}

/** Sends one request to the API this mini-program was built for. */
export const transport: Transport = async ({ method, url, headers, body }) => {
  const response = await Taro.request<unknown>({
    url,
    // WeChat itself cannot send PATCH; no page of this app does.
    method: method as 'POST',
    data: body as string | undefined,
    header: headers,
  });
  return { status: response.statusCode, body: response.data === '' ? null : response.data };
};
