import { ApiProperty } from '@nestjs/swagger';
import { FrozenDto } from '../../roll';
import { ROUND_STATES, type RoundState } from '../../rounds';
import { RELATIONS } from '../ballot.types';
import type { Relation } from '../ballot.types';
import { MyBallotDto } from './cast-ballot.dto';

export class MyInterestDto {
  @ApiProperty({ enum: ['for', 'conditional', 'unsure', 'against'] })
  stance!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

export class MyRoundDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ROUND_STATES })
  state!: RoundState;

  @ApiProperty()
  title!: string;

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;

  @ApiProperty({ type: MyBallotDto, nullable: true, description: 'The counted ballot, else the newest' })
  myBallot!: MyBallotDto | null;

  @ApiProperty({
    description: 'Two answers of the household differ, and the office will ask; told only to whoever may see both',
  })
  openCase!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  consentSignedAt!: string | null;
}

/** A household the account is bound to. Until the binding is approved it tells no more than the account said itself. */
export class MyHouseholdDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the authorisation, for a proxy who is not bound' })
  bindingId!: string;

  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ enum: RELATIONS })
  relation!: Relation;

  @ApiProperty({ enum: ['pending', 'approved', 'returned', 'expired'] })
  bindingState!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the office gave the binding back; null in any other state',
  })
  returnReason!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day on which the binding holds' })
  expiresOn!: string | null;

  @ApiProperty()
  mayVote!: boolean;

  @ApiProperty({ type: FrozenDto, nullable: true, description: 'A dispute keeps the ballot as it is' })
  frozen!: FrozenDto | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Not null when relation is `proxy`: cast with channel `proxy`',
  })
  proxyAuthorisationId!: string | null;

  @ApiProperty()
  stairwellCode!: string;

  @ApiProperty()
  estateName!: string;

  @ApiProperty()
  buildingName!: string;

  @ApiProperty()
  stairwellName!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ type: 'integer' })
  floor!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  areaDm2!: number | null;

  @ApiProperty({ type: MyInterestDto, nullable: true })
  interest!: MyInterestDto | null;

  @ApiProperty({ type: MyRoundDto, nullable: true })
  round!: MyRoundDto | null;
}
