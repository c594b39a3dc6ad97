import Taro from '@tarojs/taro';
import { storage } from './storage';
import type { Transport } from './transport.types';

export const clientName = 'weapp';

const tokenKey = 'token';

/** The mini-program keeps no cookies: the session's token stays in its storage. */
export function keepToken(token: string | null): void {
  if (token) storage.write(tokenKey, token);
  else storage.remove(tokenKey);
}

/** Sends one request to the API this mini-program was built for. */
export const transport: Transport = async ({ method, path, body }) => {
  const token = storage.read(tokenKey);
  const response = await Taro.request<unknown>({
    url: `${API_ORIGIN}${path}`,
    // WeChat's typings lag behind: PATCH is not sent by this app's pages.
    method: method as 'POST',
    data: body === undefined ? undefined : JSON.stringify(body),
    header: {
      'X-Jiati-Client': clientName,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  return { status: response.statusCode, body: response.data === '' ? null : response.data };
};
