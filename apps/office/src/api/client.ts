import { createClient, type Transport } from '@jiati/contracts';

const transport: Transport = async ({ method, url, headers, body }) => {
  const response = await fetch(url, {
    method,
    headers,
    credentials: 'same-origin',
    body: (body ?? null) as BodyInit | null,
  });
  return { status: response.status, body: parsed(await response.text()) };
};

/** A page of a proxy or an empty answer is no JSON: the status alone then says what happened. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The API, typed by its OpenAPI document. The session travels in its cookie. */
export const api = createClient({ transport, client: 'office' });

/**
 * A random UUID (version 4) made here, so that a repeated request is recognised. By hand, because a browser has
 * `crypto.randomUUID` only over HTTPS and an office may use plain HTTP on its own network.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
