/** The two things that are asked of cryptography: SHA-256, and PBKDF2 over it. */
export interface Hashing {
  sha256(data: Uint8Array): Promise<Uint8Array>;
  /** PBKDF2-HMAC-SHA-256, 32 bytes. */
  pbkdf2(password: Uint8Array, salt: Uint8Array, rounds: number): Promise<Uint8Array>;
}

const DERIVED_BITS = 256;

/** WebCrypto, which Node has and browsers have on https and for files. */
const webCrypto: Hashing = {
  async sha256(data) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', plain(data)));
  },
  async pbkdf2(password, salt, rounds) {
    const key = await crypto.subtle.importKey('raw', plain(password), 'PBKDF2', false, ['deriveBits']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: plain(salt), iterations: rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, DERIVED_BITS));
  },
};

let inUse: Hashing = webCrypto;

export const hashing = (): Hashing => inUse;

/**
 * Hashes with something else from now on: browsers keep WebCrypto from pages over plain http.
 * @param other null for WebCrypto again
 */
export function hashWith(other: Hashing | null): void {
  inUse = other ?? webCrypto;
}

function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
