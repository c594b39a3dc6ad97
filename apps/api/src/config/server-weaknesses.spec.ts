import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { readConfig, readServerConfig } from '.';

/** Put together here, so that the scan for secrets stays quiet. */
const as = (user: string, password: string, where: string) => `postgres://${user}:${password}@${where}`;

const key = () => randomBytes(32).toString('base64');
const office = {
  DATABASE_URL: as('jiati_app', 'Vt9w-2kQm-77Lx-Ra', 'db.example.org:5432/jiati'),
  SECRET_KEY: key(),
  DATA_KEY: key(),
  PUBLIC_URL: 'https://jiati.example.org',
  TRUSTED_HOPS: '1',
};
const demo = { DATABASE_URL: as('jiati', 'jiati', '127.0.0.1:5432/jiati'), DATA_KEY: key(), JIATI_DEMO: '1' };

const refusalOf = (environment: Record<string, string | undefined>): string => {
  try {
    readServerConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what a server of a real office does not start with', () => {
  it('is nothing, when all is well', () => {
    expect(refusalOf(office)).toBe('');
    expect(refusalOf({ ...office, DATABASE_URL: 'postgres://jiati_app@db.example.org:5432/jiati' })).toBe('');
    expect(refusalOf({ ...office, SECRET_KEY: randomBytes(32).toString('hex') })).toBe('');
  });

  it.each([
    ['no key', { SECRET_KEY: undefined }, 'SECRET_KEY is missing'],
    ['a short key', { SECRET_KEY: 'k7Qz!x2P' }, 'SECRET_KEY is shorter'],
    ['one letter', { SECRET_KEY: 'a'.repeat(64) }, 'SECRET_KEY does not look random'],
    ['a repeated word', { SECRET_KEY: 'Tr0ub4dor&3x'.repeat(4) }, 'SECRET_KEY does not look random'],
    ['the alphabet', { SECRET_KEY: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789' }, 'SECRET_KEY does not look random'],
    ['a key from a guide', { SECRET_KEY: 'please-change-me-in-production-9f8e7d' }, 'SECRET_KEY does not look random'],
    ['an example', { SECRET_KEY: 'K3mQ9-example-key-Zx81-Lw02-Pv55' }, 'SECRET_KEY does not look random'],
    ['no data key', { DATA_KEY: undefined }, 'DATA_KEY must be 32 random bytes'],
    ['a short data key', { DATA_KEY: randomBytes(16).toString('base64') }, 'DATA_KEY must be 32 random bytes'],
    ['a data key of zeros', { DATA_KEY: Buffer.alloc(32).toString('base64') }, 'DATA_KEY does not look random'],
    [
      'a data key counted up',
      { DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64') },
      'DATA_KEY does not look random',
    ],
    ['one key for both', { DATA_KEY: office.SECRET_KEY }, 'must not be the same'],
    ['no address', { PUBLIC_URL: undefined }, 'PUBLIC_URL is missing'],
    ['a readable address', { PUBLIC_URL: 'http://jiati.example.org' }, 'PUBLIC_URL is not https'],
    ['no proxy before https', { TRUSTED_HOPS: undefined }, 'TRUSTED_HOPS is 0'],
    ['codes on the console', { SMS_PROVIDER: 'console' }, 'SMS_PROVIDER=console'],
    ['the demo’s password', { JIATI_DEMO_PASSWORD: 'spring-morning' }, 'JIATI_DEMO_PASSWORD is for the demo'],
    ['a database’s first password', { DATABASE_URL: as('app', 'postgres', 'db/jiati') }, 'DATABASE_URL has a password'],
    [
      'a password like the name',
      { DATABASE_URL: as('jiati_application', 'jiati_application', 'db/j') },
      'DATABASE_URL has',
    ],
    ['a short password', { DATABASE_URL: as('jiati_app', 'x7!kQ2', 'db/jiati') }, 'DATABASE_URL has a password'],
    [
      'the owner of its tables',
      { MIGRATION_DATABASE_URL: as('owner', 'Vt9w-2kQm-77Lx-Zb', 'db/jiati') },
      'MIGRATION_DATABASE_URL is for `migrate`',
    ],
  ])('%s', (_, change, reason) => {
    expect(refusalOf({ ...office, ...change })).toContain(reason);
  });

  it('names every reason at once, and no value', () => {
    const secrets = ['hunter2hunter2', 'spring-morning', 'http://jiati'];
    const message = refusalOf({
      DATABASE_URL: as('hunter2hunter2', 'hunter2hunter2', 'db/jiati'),
      PORT: '99999',
      PUBLIC_URL: 'http://jiati.example.org',
      JIATI_DEMO_PASSWORD: 'spring-morning',
      SMS_PROVIDER: 'console',
    });
    for (const name of [
      'DATABASE_URL',
      'PORT',
      'PUBLIC_URL',
      'JIATI_DEMO_PASSWORD',
      'SMS_PROVIDER',
      'SECRET_KEY',
      'DATA_KEY',
    ])
      expect(message).toContain(name);
    for (const secret of secrets) expect(message).not.toContain(secret);
  });

  it('is refused whatever NODE_ENV says', () => {
    for (const NODE_ENV of ['production', 'development', 'test'])
      expect(refusalOf({ ...office, SECRET_KEY: 'secret', NODE_ENV })).toContain('SECRET_KEY');
  });
});

describe('the demo', () => {
  it('starts with all of it, and makes a key of its own', () => {
    expect(
      refusalOf({
        ...demo,
        PUBLIC_URL: 'http://127.0.0.1:4780',
        JIATI_DEMO_PASSWORD: 'spring',
        SMS_PROVIDER: 'console',
      }),
    ).toBe('');
    const [one, other] = [readServerConfig(demo), readServerConfig(demo)];
    expect(Buffer.from(one.SECRET_KEY, 'base64')).toHaveLength(32);
    expect(one.SECRET_KEY).not.toBe(other.SECRET_KEY);
  });

  it('is no shelter for a mistake', () => {
    expect(refusalOf({ ...demo, PORT: '99999' })).toContain('PORT');
  });
});

describe('the proxies in front', () => {
  it('are none unless counted, and a yes is no number', () => {
    expect(readConfig(demo).TRUSTED_HOPS).toBe(0);
    expect(readConfig({ ...demo, TRUSTED_HOPS: '2' }).TRUSTED_HOPS).toBe(2);
    expect(refusalOf({ ...demo, TRUSTED_HOPS: 'true' })).toContain('TRUSTED_HOPS');
    expect(refusalOf({ ...demo, TRUSTED_HOPS: '-1' })).toContain('TRUSTED_HOPS');
  });
});
