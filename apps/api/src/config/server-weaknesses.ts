import type { AppConfig } from './app-config';

type Given = Partial<Record<string, string>>;

/** Words that turn up in keys people type and never in random ones. */
const TYPED_WORDS = /secret|passw|change.?me|example|default|jiati|123456|abcdef|qwerty|test.?key/i;
const LEAST_KEY_CHARACTERS = 32;
const LEAST_KEY_BITS = 100;

/** Passwords of databases that guides and images come with. */
const DEFAULT_PASSWORDS = new Set(['jiati', 'postgres', 'password', 'passwd', 'admin', 'root', 'secret', 'changeme']);
const LEAST_PASSWORD_CHARACTERS = 12;

/**
 * What a server with real neighbours' names must not start with, each in one sentence that holds no secret. The demo
 * may: JIATI_DEMO decides, not NODE_ENV, since only it says that nobody real is in the database.
 * @param given what the environment said, without what was made up for lack of it
 */
export function serverWeaknesses(config: AppConfig, given: Given): string[] {
  if (config.JIATI_DEMO) return [];
  return [
    ...secretKeyWeaknesses(given.SECRET_KEY),
    ...dataKeyWeaknesses(given),
    ...addressWeaknesses(config),
    ...databaseWeaknesses(given),
    ...(given.JIATI_DEMO_PASSWORD ? ['JIATI_DEMO_PASSWORD is for the demo; take it out of the environment'] : []),
  ];
}

function secretKeyWeaknesses(key: string | undefined): string[] {
  if (key === undefined) return ['SECRET_KEY is missing; `openssl rand -base64 32` makes one'];
  if (key.length < LEAST_KEY_CHARACTERS) return [`SECRET_KEY is shorter than ${LEAST_KEY_CHARACTERS} characters`];
  const looksTyped = TYPED_WORDS.test(key) || looksMade([...key].map((character) => character.codePointAt(0)!));
  return looksTyped ? ['SECRET_KEY does not look random; `openssl rand -base64 32` makes one that is'] : [];
}

function dataKeyWeaknesses({ DATA_KEY: key, SECRET_KEY }: Given): string[] {
  if (key === undefined) return []; // said already: it must be there in the demo too
  if (key === SECRET_KEY) return ['DATA_KEY and SECRET_KEY must not be the same'];
  return looksMade([...Buffer.from(key, 'base64')])
    ? ['DATA_KEY does not look random; `openssl rand -base64 32` makes one that is']
    : [];
}

function addressWeaknesses({ PUBLIC_URL, TRUSTED_HOPS }: AppConfig): string[] {
  if (PUBLIC_URL === undefined) return ['PUBLIC_URL is missing: posters, passkeys and cookies need the address'];
  if (!PUBLIC_URL.startsWith('https://'))
    return ['PUBLIC_URL is not https: sessions and ballots would travel readable'];
  return TRUSTED_HOPS === 0
    ? ['TRUSTED_HOPS is 0 but PUBLIC_URL is https: say how many proxies stand before this server']
    : [];
}

function databaseWeaknesses({ DATABASE_URL = '', MIGRATION_DATABASE_URL }: Given): string[] {
  const weak = { DATABASE_URL, ...(MIGRATION_DATABASE_URL ? { MIGRATION_DATABASE_URL } : {}) };
  const passwords = Object.entries(weak)
    .filter(([, url]) => URL.canParse(url) && hasDefaultPassword(new URL(url)))
    .map(([name]) => `${name} has a password that everybody tries first, or one shorter than 12 characters`);
  const owner = 'MIGRATION_DATABASE_URL is for `migrate`; the server must not know the owner of its tables';
  return MIGRATION_DATABASE_URL ? [...passwords, owner] : passwords;
}

/** None at all is another matter: a socket or a certificate shows who connects. */
function hasDefaultPassword({ username, password }: URL): boolean {
  const secret = decodeURIComponent(password);
  if (secret === '') return false;
  return (
    secret === decodeURIComponent(username) ||
    DEFAULT_PASSWORDS.has(secret.toLowerCase()) ||
    secret.length < LEAST_PASSWORD_CHARACTERS
  );
}

/** Whether a row of characters or bytes was made by a person or a simple program: few kinds, counted up, repeated. */
function looksMade(units: readonly number[]): boolean {
  return bitsOf(units) < LEAST_KEY_BITS || isCountedUp(units) || isRepeated(units);
}

/** Shannon's estimate over the whole row. */
function bitsOf(units: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits + count * Math.log2(units.length / count), 0);
}

function isCountedUp(units: readonly number[]): boolean {
  const steps = units.filter((unit, at) => at > 0 && Math.abs(unit - units[at - 1]!) === 1);
  return steps.length > units.length / 3;
}

function isRepeated(units: readonly number[]): boolean {
  const most = Math.floor(units.length / 2);
  const periods = Array.from({ length: most }, (_, index) => index + 1);
  return periods.some((period) => units.every((unit, at) => at < period || unit === units[at - period]));
}
