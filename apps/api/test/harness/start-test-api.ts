import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { readConfig } from '../../src/config';
import { Account } from '../../src/modules/accounts/account.entity';
import { GrantedRemit } from '../../src/modules/accounts/remit.entity';
import { Sessions } from '../../src/modules/accounts';
import {
  ActorSource,
  isStaff,
  type Actor,
  type Client,
  type Neighbourhood,
  type Role,
} from '../../src/platform/access';
import { Clock } from '../../src/platform/clock';
import { createAdapter, prepareApp } from '../../src/platform/http';
import { createTestDatabase } from './database';
import { Http } from './http';
import { SettableClock } from './settable-clock';

/** Someone signed in: the actor as use cases receive it, and a token for requests. */
export interface TestActor extends Actor {
  token: string;
}

/** Where the estates of `buildStairwell` and of the fixtures stand. */
export const HOME: Neighbourhood = { town: '莘园镇', neighbourhood: '春晓居民区' };
/** Every neighbourhood that suites import rolls into. */
export const OFFICE_PLACES: readonly Neighbourhood[] = ['春晓居民区', '东苑居民区', '新苑居民区'].map(
  (neighbourhood) => ({ town: HOME.town, neighbourhood }),
);

/** Where someone has a say, in words: a whole town, a neighbourhood, or one stairwell. */
export type RemitSketch = { town: string; neighbourhood?: string } | { stairwellId: string };

export interface LoginMore {
  phone?: string;
  /** What a new member of staff gets instead of the usual places; only looked at the first time. */
  remits?: readonly RemitSketch[];
}

/** A whole API on a database of its own. */
export interface TestApi {
  app: NestFastifyApplication;
  dataSource: DataSource;
  clock: SettableClock;
  /** Requests as this actor, or as nobody. */
  http: (actor?: { token: string }, client?: Client) => Http;
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
 * @param parts `features` builds it from these modules only (accounts is always there); without it, the whole product
 */
export async function startTestApi(
  parts: { features?: Type[]; environment?: Record<string, string> } = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const config = readConfig({
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    SECRET_KEY: 'test',
    ...parts.environment,
  });
  const clock = new SettableClock();
  const testing = await Test.createTestingModule({ imports: [AppModule.with(config, parts)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(config), { bodyParser: false });
  await prepareApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const dataSource = app.get(DataSource);
  return {
    app,
    dataSource,
    clock,
    http: (actor, client = 'h5') => new Http(app, actor?.token, client),
    loginAs: (name, more) => loginAs(app, dataSource, name, more),
    stop: async () => {
      await app.close();
      await database.drop();
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
  const account = found ?? {
    id: randomUUID(),
    role,
    displayName: name,
    phone: more.phone ?? null,
    username: isStaff(role) ? name : null,
    passwordHash: null,
  };
  if (!found) {
    await dataSource.manager.insert(Account, account);
    for (const remit of more.remits ?? usualRemits(role)) {
      await dataSource.manager.insert(GrantedRemit, { id: randomUUID(), accountId: account.id, ...remit });
    }
  }
  const { token } = await app.get(Sessions).start(dataSource.manager, account, isStaff(role) ? 'office' : 'h5');
  const actor = await app.get(ActorSource).actorOf(token);
  if (!actor) throw new Error(`${name} cannot sign in`);
  return { ...actor, token };
}

function usualRemits(role: Role): readonly RemitSketch[] {
  if (role === 'officer' || role === 'committee') return OFFICE_PLACES;
  return role === 'street' ? [{ town: HOME.town }] : [];
}
