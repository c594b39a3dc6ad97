import type { Transport } from '@jiati/contracts';

export const clientName = 'h5';

/** The page comes from the API's own address. */
export const baseUrl = '';

/** On H5 the session lives in a cookie that scripts cannot read; there is no token to keep. */
export const readToken = (): string | null => null;
export function keepToken(_token: string | null): void {}

/** Sends one request to the server the page came from. */
export const transport: Transport = async ({ method, url, headers, body }) => {
  const response = await fetch(url, { method, headers, credentials: 'same-origin', body: body as string | undefined });
  const text = await response.text();
  return { status: response.status, body: text ? parsed(text) : null };
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's own page, for instance; the status says enough.
    return null;
  }
}
