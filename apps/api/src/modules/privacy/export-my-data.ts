import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { PersonalRecordsRegistry } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { MY_RECORDS_TITLE } from './copy/erasure-words';
import type { MyDataDto } from './dto/privacy.dto';

/** Everything about a person in one document, module by module, as it stood at one moment. */
@Injectable()
export class ExportMyData {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: PersonalRecordsRegistry,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Reads it all, and leaves an audit line that it was handed out. */
  async execute(actor: Actor): Promise<MyDataDto> {
    return this.transactions.snapshot(async (tx) => {
      const sections: MyDataDto['sections'] = [];
      for (const records of this.registry.all()) {
        const { section, title } = records;
        sections.push({ section, title, records: await records.read(tx, actor.accountId) });
      }
      const subject = { subjectKind: 'account', subjectId: actor.accountId };
      await this.audit.record(tx, { actor, action: 'account.export', ...subject });
      return { title: MY_RECORDS_TITLE, madeAt: this.clock.now().toISOString(), sections };
    });
  }
}
