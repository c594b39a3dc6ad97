import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { readConfig } from '../../src/config';
import { dataSourceOptions } from '../../src/database/data-source-options';
import { Account } from '../../src/modules/accounts/account.entity';
import { GrantedRemit } from '../../src/modules/accounts/remit.entity';
import { Secrets } from '../../src/modules/accounts/secrets';
import { Session } from '../../src/modules/accounts/session.entity';
import { Sessions } from '../../src/modules/accounts';
import { ActorSource, isStaff, type Actor, type Client, type Role } from '../../src/platform/access';
import { Clock } from '../../src/platform/clock';
import { createAdapter, prepareApp } from '../../src/platform/http';
import { LimitStore, Pause } from '../../src/platform/limits';
import { Vault } from '../../src/platform/vault';
import { createTestDatabase, type TestDatabase } from './database';
import { Http, type Holder } from './http';
import { clockedLimitStore, RecordedPause } from './limits';
import { HOME, OFFICE_PLACES } from './places';
import { SettableClock } from './settable-clock';
import { testKeys } from './vault';

/** Someone signed in: the actor as use cases receive it, and the session as their front end holds it. */
export interface TestActor extends Actor, Required<Holder> {}

/** Where someone has a say, in words: a whole town, a neighbourhood, or one stairwell. */
export type RemitSketch = ({ town: string; neighbourhood?: string } | { stairwellId: string }) & { expiresOn?: string };

/** Opens the device of every volunteer who signs in by `loginAs`. */
export const DEVICE_PIN = '273951';

export interface LoginMore {
  phone?: string;
  /** For a volunteer whose device has no PIN yet. */
  withoutDevicePin?: boolean;
  /** What a new member of staff gets instead of the usual places; only looked at the first time. */
  remits?: readonly RemitSketch[];
}

/** A whole API on a database of its own. */
export interface TestApi {
  app: NestFastifyApplication;
  /** The database as its owner, for what a test does behind the API's back; the API itself runs as a role that owns nothing. */
  dataSource: DataSource;
  /** For a second API beside this one. */
  database: TestDatabase;
  clock: SettableClock;
  /** Requests as this actor from the front end they signed in with, or as nobody from the one that is named (H5). */
  http: (actor?: Holder, client?: Client) => Http;
  /**
   * An actor by name: `officer-wang`, `volunteer-chen`, `resident-302`, `auditor-sun`. What stands before the dash is the
   * role; the same name is the same account. Without `remits` a first sign-in gives officers and committees the
   * neighbourhoods of OFFICE_PLACES and the street their town; contractors and operators get none.
   */
  loginAs: (name: string, more?: LoginMore) => Promise<TestActor>;
  stop: () => Promise<void>;
}

/**
 * Starts the API for one suite. Call it in `beforeAll` and `stop()` in `afterAll`.
 * @param parts `features` builds it from these modules only (accounts is always there); without it, the whole product.
 *   `database` is that of another API, which keeps it: two processes of one installation
 */
export async function startTestApi(
  parts: { features?: Type[]; environment?: Record<string, string>; database?: TestDatabase } = {},
): Promise<TestApi> {
  const database = parts.database ?? (await createTestDatabase());
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    DATABASE_POOL_SIZE: '5',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...testKeys,
    SECRET_KEY: 'test',
    ...parts.environment,
  });
  const clock = new SettableClock();
  const testing = await Test.createTestingModule({ imports: [AppModule.with(config, parts)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LimitStore)
    .useFactory({ factory: (api: DataSource) => clockedLimitStore(api, clock), inject: [DataSource] })
    .overrideProvider(Pause)
    .useClass(RecordedPause)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(config), { bodyParser: false });
  await prepareApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const dataSource = await new DataSource(dataSourceOptions(database.url, 5)).initialize();
  return {
    app,
    dataSource,
    database,
    clock,
    http: (actor, client = 'h5') => new Http(app, actor, actor?.client ?? client),
    loginAs: (name, more) => loginAs(app, dataSource, name, more),
    stop: async () => {
      await app.close();
      await dataSource.destroy();
      if (!parts.database) await database.drop();
    },
  };
}

async function loginAs(
  app: NestFastifyApplication,
  dataSource: DataSource,
  name: string,
  more: LoginMore = {},
): Promise<TestActor> {
  const role = name.split('-')[0] as Role;
  const found = await dataSource.manager.findOneBy(Account, { displayName: name });
  const id = randomUUID();
  const account = found ?? {
    id,
    role,
    displayName: name,
    ...app.get(Vault).sealPhone('accounts.phone', id, more.phone ?? null),
    username: isStaff(role) ? name : null,
    passwordHash: null,
  };
  if (!found) {
    await dataSource.manager.insert(Account, account);
    for (const remit of more.remits ?? usualRemits(role)) {
      await dataSource.manager.insert(GrantedRemit, { id: randomUUID(), accountId: account.id, ...remit });
    }
  }
  const client = isStaff(role) ? 'office' : 'h5';
  const session = await app.get(Sessions).start(dataSource.manager, account, client);
  if (role === 'volunteer' && !more.withoutDevicePin) {
    const devicePinHash = await hashOfPin(app);
    await dataSource.manager.update(Session, { id: session.id }, { devicePinHash });
  }
  const { token } = session;
  const actor = await app.get(ActorSource).actorOf(token);
  if (!actor) throw new Error(`${name} cannot sign in`);
  return { ...actor, token, client };
}

let knownHash: Promise<string> | undefined;
/** Always the same PIN, so it is hashed once. */
function hashOfPin(app: NestFastifyApplication): Promise<string> {
  knownHash ??= app.get(Secrets).passwordHash(DEVICE_PIN);
  return knownHash;
}

function usualRemits(role: Role): readonly RemitSketch[] {
  if (role === 'officer' || role === 'committee' || role === 'volunteer') return OFFICE_PLACES;
  return role === 'street' ? [{ town: HOME.town }] : [];
}
