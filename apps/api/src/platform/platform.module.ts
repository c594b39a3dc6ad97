import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access';
import { Audit } from './audit';
import { Clock, SystemClock } from './clock';
import { ProblemFilter } from './errors';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { Drain } from './http/drain';
import { Limits, LimitStore, Pause } from './limits';
import { Statements, Transactions } from './transaction';
import { ValidationPipe } from './validation';
import { PersonalRecordsRegistry, Unmasking } from './privacy';
import { RotateKeys, Vault } from './vault';

/** What every module stands on. Global, so that a feature module imports only other features. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: ValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: Clock, useClass: SystemClock },
    Audit,
    Drain,
    Limits,
    LimitStore,
    Pause,
    PersonalRecordsRegistry,
    Readiness,
    RotateKeys,
    Statements,
    Transactions,
    Unmasking,
    Vault,
  ],
  exports: [Audit, Clock, Drain, Limits, PersonalRecordsRegistry, Statements, Transactions, Unmasking, Vault],
})
export class PlatformModule {}
