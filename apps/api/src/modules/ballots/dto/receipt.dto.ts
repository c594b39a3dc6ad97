import { ApiProperty } from '@nestjs/swagger';
import { BALLOT_CHANNELS, BALLOT_STATES, CHOICES } from '../ballot.types';
import type { BallotChannel, BallotState, Choice } from '../ballot.types';

/** What whoever holds a receipt may know of the ballot it was given for. */
export class ReceiptCheckDto {
  @ApiProperty({ enum: BALLOT_STATES })
  state!: BallotState;

  @ApiProperty()
  roundTitle!: string;

  @ApiProperty()
  place!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ type: String, enum: CHOICES, nullable: true, description: 'null: a withdrawal' })
  choice!: Choice | null;

  @ApiProperty({ enum: BALLOT_CHANNELS })
  channel!: BallotChannel;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}
