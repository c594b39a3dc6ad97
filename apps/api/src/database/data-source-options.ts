import { join } from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Initial1764000000000 } from './migrations/1764000000000-initial';
import { Chain1764000100000 } from './migrations/1764000100000-chain';
import { SealedColumns1764000200000 } from './migrations/1764000200000-sealed-columns';
import { SessionsAndFactors1764000300000 } from './migrations/1764000300000-sessions-and-factors';
import { WeappIdentities1764000350000 } from './migrations/1764000350000-weapp-identities';
import { RolesAndRemits1764000400000 } from './migrations/1764000400000-roles-and-remits';
import { OfficeLookups1764000450000 } from './migrations/1764000450000-office-lookups';
import { Bindings1764000500000 } from './migrations/1764000500000-bindings';
import { Privacy1764000600000 } from './migrations/1764000600000-privacy';
import { LimitsAndGrants1764000700000 } from './migrations/1764000700000-limits-and-grants';
import { UploadedDigests1764000710000 } from './migrations/1764000710000-uploaded-digests';
import { RoundProgress1764000800000 } from './migrations/1764000800000-round-progress';
import { PageVersions1764000900000 } from './migrations/1764000900000-page-versions';
import { WithdrawalsAndCases1764001000000 } from './migrations/1764001000000-withdrawals-and-cases';
import { ActsOfAccounts1764001100000 } from './migrations/1764001100000-acts-of-accounts';
import { SupersedingBallots1796027000000 } from './migrations/1796027000000-superseding-ballots';
import { Reminders1796027800000 } from './migrations/1796027800000-reminders';
import { PagesOfWiderRounds1796028000000 } from './migrations/1796028000000-pages-of-wider-rounds';
import { ListsByPage1796029500000 } from './migrations/1796029500000-lists-by-page';
import { AuditByTime1796031900000 } from './migrations/1796031900000-audit-by-time';
import { SteadyClient } from './steady-client';

const DATE_OID = 1082;
const INT8_OID = 20;

/** `date` stays the text YYYY-MM-DD (a Date would shift it by the server's zone); counts arrive as numbers. */
const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === DATE_OID) return (text: string) => text;
    if (oid === INT8_OID) return Number;
    return types.getTypeParser(oid as never, format as never);
  },
};

/** PostgreSQL's own limits for each connection, in milliseconds. */
export interface Patience {
  /** For a lock that another session holds. */
  lock_timeout?: number;
  /** For one statement from its beginning to its end. */
  statement_timeout?: number;
  /** For the next statement of a transaction, when the process that began it does nothing more. */
  idle_in_transaction_session_timeout?: number;
}

/**
 * What a server waits before it says 503 with Retry-After: someone stands at a door with a telephone in hand. No
 * statement of a request comes near these; what does wait so long waits for something that is stuck.
 */
export const SERVER_PATIENCE: Patience = {
  lock_timeout: 3_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 60_000,
};

/**
 * The one description of the database: for the running server, the tests, the command line and the drift check.
 * The schema only ever changes through migrations; `synchronize` is never on.
 * @param url postgres://…
 * @param poolSize connections this process may hold
 * @param patience how long a statement may take; without it, as long as it takes
 */
export function dataSourceOptions(url: string, poolSize = 10, patience: Patience = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'jiati',
    synchronize: false,
    migrationsRun: false,
    entities: [join(__dirname, '../{modules,platform}/**/*.entity.{ts,js}')],
    migrations: [
      Initial1764000000000,
      Chain1764000100000,
      SealedColumns1764000200000,
      SessionsAndFactors1764000300000,
      WeappIdentities1764000350000,
      RolesAndRemits1764000400000,
      OfficeLookups1764000450000,
      Bindings1764000500000,
      Privacy1764000600000,
      LimitsAndGrants1764000700000,
      UploadedDigests1764000710000,
      RoundProgress1764000800000,
      PageVersions1764000900000,
      WithdrawalsAndCases1764001000000,
      ActsOfAccounts1764001100000,
      SupersedingBallots1796027000000,
      Reminders1796027800000,
      PagesOfWiderRounds1796028000000,
      ListsByPage1796029500000,
      AuditByTime1796031900000,
    ],
    poolSize,
    poolErrorHandler: () => undefined, // a dropped idle connection is replaced; the query that needs it reports the loss
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      types: typeParsers,
      Client: SteadyClient,
      ...patience,
    },
  };
}
