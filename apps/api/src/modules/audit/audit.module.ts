import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { ReadAuditEvents } from './read-audit-events';

/** Reading the audit log back; it is written by platform/audit, beside each change. */
@Module({ controllers: [AuditController], providers: [ReadAuditEvents] })
export class AuditModule {}
