import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access';
import { Audit } from './audit';
import { Clock, SystemClock } from './clock';
import { ProblemFilter } from './errors';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { Drain } from './http/drain';
import { Statements, Transactions } from './transaction';
import { ValidationPipe } from './validation';

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
    Readiness,
    Statements,
    Transactions,
  ],
  exports: [Audit, Clock, Drain, Statements, Transactions],
})
export class PlatformModule {}
