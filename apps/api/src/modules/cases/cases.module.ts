import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions';
import { Cases } from './cases';
import { CasesController } from './cases.controller';
import { ReadCases } from './read-cases';
import { SettleCase } from './settle-case';

/** Answers of one household that differ: held beside each other until an officer settles which one counts. */
@Module({
  imports: [DecisionsModule],
  controllers: [CasesController],
  providers: [Cases, ReadCases, SettleCase],
  exports: [Cases, ReadCases],
})
export class CasesModule {}
