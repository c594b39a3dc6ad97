import { Module } from '@nestjs/common';
import { ConsentsRepository } from './consents.repository';
import { EraseAccount } from './erase-account';
import { ExportMyData } from './export-my-data';
import { MyConsents } from './my-consents';
import { AuditRecords, ConsentRecords } from './privacy-records';
import { PrivacyController } from './privacy.controller';
import { Purge } from './purge';

/**
 * What is kept about people, what they agreed to, what they may have and what may go. Knows no other module: those that
 * keep something about people register it with the platform's PersonalRecordsRegistry.
 */
@Module({
  controllers: [PrivacyController],
  providers: [ConsentsRepository, MyConsents, ExportMyData, EraseAccount, Purge, ConsentRecords, AuditRecords],
  exports: [MyConsents],
})
export class PrivacyModule {}
