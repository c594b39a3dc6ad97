import { ApiProperty } from '@nestjs/swagger';
import { Base64, Id, Instant, Nested, OneOf, Text } from '../../../platform/validation';
import { HelperDto } from '../../accounts';
import { SignatureInput } from '../../agreements';
import { CheckDto } from '../../decisions';
import { MOST_PHOTO_BYTES } from '../../papers';
import { BALLOT_CHANNELS, BALLOT_STATES, BOUND_RELATIONS, CHOICES, IDENTITY_CHECKS } from '../ballot.types';
import type { BallotChannel, BallotState, BoundRelation, Choice, IdentityCheck } from '../ballot.types';

/**
 * A ballot, whatever the channel. Evidence it needs at least: self_service none; home_visit signature, signerName,
 * signerRelation and identityCheck; paper paperPhotoBase64, signerName and identityCheck; proxy none, because the office
 * has seen the letter before.
 */
export class CastBallotInput {
  @Id({ description: 'Made on the device; the same ballot sent again is the same ballot' })
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(CHOICES)
  choice!: Choice;

  @OneOf(BALLOT_CHANNELS, {
    description: 'self_service: a resident; home_visit: a volunteer; paper: an officer; proxy: by a letter',
  })
  channel!: BallotChannel;

  @Instant({ description: 'By the device; a claim. The server decides by its own time' })
  castAt!: Date;

  @Nested(() => SignatureInput, { optional: true })
  signature?: SignatureInput;

  @Base64({ maxBytes: MOST_PHOTO_BYTES, optional: true, description: 'JPEG or PNG' })
  paperPhotoBase64?: string;

  @Text({ max: 40, optional: true })
  signerName?: string;

  @OneOf(BOUND_RELATIONS, { optional: true })
  signerRelation?: BoundRelation;

  @OneOf(IDENTITY_CHECKS, { optional: true })
  identityCheck?: IdentityCheck;
}

/** A household's ballot, as the household itself sees it. */
export class MyBallotDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ type: String, enum: CHOICES, nullable: true, description: 'null: a withdrawal' })
  choice!: Choice | null;

  @ApiProperty({ enum: BALLOT_CHANNELS })
  channel!: BallotChannel;

  @ApiProperty({ enum: BALLOT_STATES })
  state!: BallotState;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ example: '7K2M-QWX9-A4TE' })
  receiptCode!: string;

  @ApiProperty({ type: HelperDto, nullable: true, description: 'Who held the device for the voter' })
  assistedBy!: HelperDto | null;
}

/** Takes back what the household has said. */
export class WithdrawBallotInput {
  @Id({ description: 'Made on the device; the same withdrawal sent again is the same withdrawal' })
  id!: string;

  @Instant({ description: 'By the device; a claim. The server decides by its own time' })
  withdrawnAt!: Date;
}

/** Two answers of one household differ: the office will ask which one it means. */
export class OpenCaseDto {
  @ApiProperty({ type: MyBallotDto, description: 'What counts until an officer has settled it' })
  countedBallot!: MyBallotDto;
}

/** Everything the page needs after casting: no second request. */
export class CastBallotResultDto {
  @ApiProperty({ type: MyBallotDto })
  ballot!: MyBallotDto;

  @ApiProperty({
    type: OpenCaseDto,
    nullable: true,
    description: 'Not null: this ballot differs from the one that counts, and is held beside it',
  })
  openCase!: OpenCaseDto | null;

  @ApiProperty({ type: [CheckDto], description: 'The quorum gates, with this ballot' })
  turnout!: CheckDto[];

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;
}
