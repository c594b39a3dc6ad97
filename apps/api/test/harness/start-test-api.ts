import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { readConfig } from '../../src/config';
import { Account } from '../../src/modules/accounts/account.entity';
import { Sessions } from '../../src/modules/accounts';
import type { Actor, Client, Role } from '../../src/platform/access';
import { Clock } from '../../src/platform/clock';
import { createAdapter, prepareApp } from '../../src/platform/http';
import { createTestDatabase } from './database';
import { Http } from './http';
import { SettableClock } from './settable-clock';

/** Someone signed in: the actor as use cases receive it, and a token for requests. */
export interface TestActor extends Actor {
  token: string;
}

/** A whole API on a database of its own. */
export interface TestApi {
  app: NestFastifyApplication;
  dataSource: DataSource;
  clock: SettableClock;
  /** Requests as this actor, or as nobody. */
  http: (actor?: { token: string }, client?: Client) => Http;
  /**
   * An actor by name: `officer-wang`, `volunteer-chen`, `resident-302`. What stands before the dash is the role; the
   * same name is the same account.
   */
  loginAs: (name: string, more?: { phone?: string }) => Promise<TestActor>;
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
  more: { phone?: string } = {},
): Promise<TestActor> {
  const role = name.split('-')[0] as Role;
  const found = await dataSource.manager.findOneBy(Account, { displayName: name });
  const account = found ?? {
    id: randomUUID(),
    role,
    displayName: name,
    phone: more.phone ?? null,
    username: role === 'officer' ? name : null,
    passwordHash: null,
  };
  if (!found) await dataSource.manager.insert(Account, account);
  const session = await app.get(Sessions).start(dataSource.manager, account, role === 'officer' ? 'office' : 'h5');
  return { accountId: account.id, role, sessionId: session.id, displayName: name, token: session.token };
}
