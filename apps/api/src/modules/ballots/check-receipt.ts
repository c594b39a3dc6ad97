import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ballotsOf, findReceipt } from './ballots.repository';
import { shownState } from './ballots.presenter';
import { refusals } from './ballots.refusals';
import type { ReceiptCheckDto } from './dto/receipt.dto';
import { readReceiptCode } from './receipt-code';

/** Tells the holder of a receipt whether the ballot counts, what it says, and by which channel it came. */
@Injectable()
export class CheckReceipt {
  /**
   * @param spoken as read out or typed in: capitals, blanks and dashes do not matter
   * @throws misread_receipt (400) when the check character does not fit, unknown_receipt (404)
   */
  async execute(tx: EntityManager, spoken: string): Promise<ReceiptCheckDto> {
    const code = readReceiptCode(spoken);
    if (code === null) throw refusals.misread_receipt();
    const receipt = await findReceipt(tx, code);
    if (!receipt) throw refusals.unknown_receipt();
    const ballots = await ballotsOf(tx, [receipt]);
    const { state, choice, channel, receivedAt } = ballots.find((ballot) => ballot.id === receipt.ballotId)!;
    const { roundTitle, place, roomNo } = receipt;
    // Whoever holds it may be anybody: what else the household has said is not theirs to know.
    return {
      state: shownState(state, false),
      roundTitle,
      place,
      roomNo,
      choice,
      channel,
      receivedAt: receivedAt.toISOString(),
    };
  }
}
