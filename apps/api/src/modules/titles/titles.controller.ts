import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { RecordTitleTransferInput, TitleTransferDto } from './dto/title-transfer.dto';
import { FormerOwners } from './former-owners';
import { ReadTitleTransfers } from './read-title-transfers';
import { RecordTitleTransfer } from './record-title-transfer';

/** Households that change hands (过户). */
@ApiTags('titles')
@Controller('households/:id/title-transfers')
export class TitlesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly record: RecordTitleTransfer,
    private readonly transfers: ReadTitleTransfers,
    private readonly former: FormerOwners,
  ) {}

  /**
   * Records a transfer: the former owners' bindings end, their letters and the slip are void, the roll names the new
   * owners. 404 roll_household_unknown, 422 transfer_in_the_future, id_reused.
   */
  @Access('officer')
  @Returns(201, TitleTransferDto)
  @Post()
  recordTitleTransfer(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: RecordTitleTransferInput,
  ): Promise<TitleTransferDto> {
    return this.record.execute(actor, id, input);
  }

  /** The transfers of a household, newest first. 404 roll_household_unknown. */
  @Access(...OFFICE_READERS)
  @Returns(200, [TitleTransferDto])
  @Get()
  listTitleTransfers(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<TitleTransferDto[]> {
    return this.transactions.read(async (tx) => {
      await this.former.assertReaches(tx, actor, id);
      return this.transfers.of(tx, id);
    });
  }
}
