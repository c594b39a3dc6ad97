import type { components } from '@jiati/contracts';
import { passkeyWords } from '../copy/passkeys';

type Answer = components['schemas']['PasskeyResponseInput'];
type NewKey = components['schemas']['NewPasskeyInput'];
type Options = Record<string, unknown>;

/** Whether this browser knows passkeys at all; over plain HTTP it does not. */
export const hasPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function';

/** What the browser refused, in words that say what to do. */
export class PasskeyProblem extends Error {}

// The library comes only when a passkey is used: the first page stays small.
const library = () => import('@simplewebauthn/browser');

/** Lets the person choose a passkey and show that it is them. @throws PasskeyProblem */
export async function readPasskey(options: Options): Promise<Answer> {
  const { startAuthentication } = await library();
  return inWords(() => startAuthentication({ optionsJSON: options as never })) as Promise<Answer>;
}

/** Makes a passkey on this device or on a key. @throws PasskeyProblem */
export async function makePasskey(options: Options): Promise<NewKey> {
  const { startRegistration } = await library();
  return inWords(() => startRegistration({ optionsJSON: options as never })) as Promise<NewKey>;
}

async function inWords<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const words = passkeyWords.refused[name as keyof typeof passkeyWords.refused] ?? passkeyWords.refused.other;
    throw new PasskeyProblem(words, { cause: error });
  }
}
