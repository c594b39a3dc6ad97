import { ApiProperty } from '@nestjs/swagger';
import { CHAIN_EVENT_KINDS, type ChainEventKind } from '../../chain';
import { DecisionDto } from '../../decisions';

/** What a round asks, when, and the hashes of the texts it asks about. */
export class BundleRoundDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['open', 'closed', 'announced', 'settled', 'void'] })
  state!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  statement!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  announcedAt!: string | null;

  @ApiProperty()
  schemeHash!: string;

  @ApiProperty()
  costTableHash!: string;

  @ApiProperty()
  agreementHash!: string;
}

/** A door that is asked. No name and no telephone. */
export class BundleDoorDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty()
  buildingName!: string;

  @ApiProperty()
  stairwellName!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: '0.01 m²; null when the roll did not know it' })
  areaDm2!: number | null;

  @ApiProperty({ type: 'integer', description: 'Doors with the same number are one head' })
  headNo!: number;

  @ApiProperty({ enum: ['commodity', 'purchased_public', 'public_rental'] })
  tenure!: string;
}

/** One link of the record chain. `hash` is SHA-256 over the canonical JSON of the rest with the round's id. */
export class BundleEventDto {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ enum: CHAIN_EVENT_KINDS })
  kind!: ChainEventKind;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  payload!: Record<string, unknown>;

  @ApiProperty()
  previousHash!: string;

  @ApiProperty()
  hash!: string;
}

/** Opens the seals of one ballot's event. */
export class BundleDisclosureDto {
  @ApiProperty({ format: 'uuid' })
  ballotId!: string;

  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ type: 'integer', description: "1 for the door's first ballot, 2 for its second" })
  ballotSeq!: number;

  @ApiProperty()
  doorSalt!: string;

  @ApiProperty({
    type: String,
    enum: ['for', 'against', 'abstain'],
    nullable: true,
    description: 'Only of the ballot that counts; one that was replaced or returned stays sealed',
  })
  choice!: 'for' | 'against' | 'abstain' | null;

  @ApiProperty({ type: String, nullable: true })
  contentHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  choiceSalt!: string | null;
}

/** Everything about a round that anyone may have (公开包), to be checked by `jiati-verify` without us. */
export class BundleDto {
  @ApiProperty({ enum: ['jiati-bundle'] })
  format!: 'jiati-bundle';

  @ApiProperty({ type: 'integer', enum: [1] })
  version!: 1;

  @ApiProperty({ type: BundleRoundDto })
  round!: BundleRoundDto;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The ruleset as pinned at opening' })
  ruleset!: object;

  @ApiProperty({ type: [BundleDoorDto] })
  electorate!: BundleDoorDto[];

  @ApiProperty({ type: [BundleEventDto] })
  chain!: BundleEventDto[];

  @ApiProperty({ type: [BundleDisclosureDto], description: 'Empty until the result is announced' })
  disclosures!: BundleDisclosureDto[];

  @ApiProperty({ type: DecisionDto, nullable: true })
  decision!: DecisionDto | null;
}
