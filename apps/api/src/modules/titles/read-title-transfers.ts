import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { documentMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import type { TitleTransferDto } from './dto/title-transfer.dto';
import { runningBallotsOf, transfersOf, type RunningBallotRow, type TransferRow } from './titles.repository';

/** Transfers of title as the office reads them: the number of the title masked. */
@Injectable()
export class ReadTitleTransfers {
  constructor(private readonly vault: Vault) {}

  /** Every transfer of a household, newest first; whether the actor may see it is settled before. */
  async of(tx: EntityManager, householdId: string): Promise<TitleTransferDto[]> {
    const ballots = await runningBallotsOf(tx, householdId);
    return (await transfersOf(tx, householdId)).map((row) => this.present(row, ballots));
  }

  /** The number of the new title, as the row keeps it. */
  seal(id: string, documentNumber: string): Buffer {
    return this.vault.seal('title_transfers.document_number', id, documentNumber);
  }

  /** The number of the title a transfer rests on; null when it was not kept. */
  open({ id, documentNumberSealed: sealed }: Pick<TransferRow, 'id' | 'documentNumberSealed'>): string | null {
    return sealed && this.vault.open('title_transfers.document_number', id, sealed);
  }

  private present(
    { documentNumberSealed, ...row }: TransferRow,
    ballots: readonly RunningBallotRow[],
  ): TitleTransferDto {
    const number = this.open({ id: row.id, documentNumberSealed });
    return {
      ...row,
      documentNumberMasked: number === null ? null : documentMasked(number),
      recordedAt: row.recordedAt.toISOString(),
      openRoundsWithBallot: ballots
        .filter(({ receivedAt }) => receivedAt < row.recordedAt)
        .map((ballot) => ({ ...ballot, receivedAt: ballot.receivedAt.toISOString() })),
    };
  }
}
