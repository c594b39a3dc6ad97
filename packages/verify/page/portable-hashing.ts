import { pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Hashing } from '../src/index.ts';

/** Hashing that asks nothing of the browser: for pages over plain http, where there is no WebCrypto. */
export const portableHashing: Hashing = {
  sha256: async (data) => sha256(data),
  pbkdf2: (password, salt, rounds) => pbkdf2Async(sha256, password, salt, { c: rounds, dkLen: 32 }),
};
