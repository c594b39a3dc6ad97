import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { ProxiesModule } from '../proxies';
import { RollModule } from '../roll';
import { FormerOwners } from './former-owners';
import { ReadTitleTransfers } from './read-title-transfers';
import { RecordTitleTransfer } from './record-title-transfer';
import { TitlesController } from './titles.controller';

/** Households that change hands, and what that ends. Stands above bindings and proxies, which know nothing of it. */
@Module({
  imports: [BindingsModule, ProxiesModule, RollModule],
  controllers: [TitlesController],
  providers: [FormerOwners, ReadTitleTransfers, RecordTitleTransfer],
})
export class TitlesModule {}
