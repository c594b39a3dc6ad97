import type { Transport } from './transport.types';

export const clientName = 'h5';

/** On H5 the session lives in a cookie that scripts cannot read; there is no token to keep. */
export function keepToken(_token: string | null): void {}

/** Sends one request to the server the page came from. */
export const transport: Transport = async ({ method, path, body }) => {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { 'X-Jiati-Client': clientName, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
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
