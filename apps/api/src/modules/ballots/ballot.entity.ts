import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BallotChannel, Choice, IdentityCheck } from './ballot.types';

/** One ballot (表决票), or its withdrawal (撤回). Only ever added; whether it counts follows from its seq, its submission and its case. */
@Entity('ballots')
@Unique('uq_ballots_household_seq', ['roundId', 'householdId', 'seq'])
@Unique('uq_ballots_receipt_code', ['receiptCode'])
@Index('ix_ballots_recorded_by', ['recordedBy'])
@Index('ix_ballots_signature', ['signatureId'], { where: 'signature_id IS NOT NULL' })
@Index('ix_ballots_paper_photo', ['paperPhotoId'], { where: 'paper_photo_id IS NOT NULL' })
@Check('ck_ballots_choice', `choice IN ('for', 'against', 'abstain')`)
@Check('ck_ballots_channel', `channel IN ('self_service', 'home_visit', 'paper', 'proxy')`)
@Check('ck_ballots_withdrawal', `choice IS NOT NULL OR channel IN ('self_service', 'proxy')`)
@Check('ck_ballots_proxy', `(channel = 'proxy') = (proxy_authorisation_id IS NOT NULL)`)
@Check('ck_ballots_identity_check', `identity_check IN ('known_in_person', 'identity_card', 'title_certificate')`)
@ForeignKey('Entitlement', ['roundId', 'householdId'], ['roundId', 'householdId'], { name: 'fk_ballots_entitlement' })
export class Ballot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ballots' })
  id!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('integer')
  seq!: number;

  /** null: a withdrawal. After it the household has said nothing. */
  @Column('text', { nullable: true })
  choice!: Choice | null;

  @Column('text')
  channel!: BallotChannel;

  @Column('uuid', { name: 'recorded_by' })
  @ForeignKey('Account', { name: 'fk_ballots_recorded_by' })
  recordedBy!: string;

  /** The device's claim. Nothing is decided by it. */
  @Column('timestamptz', { name: 'cast_at' })
  castAt!: Date;

  /** The server's time, read after the lock. */
  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('uuid', { name: 'signature_id', nullable: true })
  @ForeignKey('Signature', { name: 'fk_ballots_signature' })
  signatureId!: string | null;

  @Column('uuid', { name: 'paper_photo_id', nullable: true })
  @ForeignKey('PaperPhoto', { name: 'fk_ballots_paper_photo' })
  paperPhotoId!: string | null;

  /** The letter a proxy casts by; the office has looked at it before. */
  @Column('uuid', { name: 'proxy_authorisation_id', nullable: true })
  @ForeignKey('ProxyAuthorisation', { name: 'fk_ballots_proxy_authorisation' })
  proxyAuthorisationId!: string | null;

  @Column('text', { name: 'signer_name', nullable: true })
  signerName!: string | null;

  @Column('text', { name: 'signer_relation', nullable: true })
  signerRelation!: string | null;

  @Column('text', { name: 'identity_check', nullable: true })
  identityCheck!: IdentityCheck | null;

  /** Who held the device for the voter (家人代操作), as they gave it. Told beside the ballot, not part of its hash. */
  @Column('text', { name: 'assisted_by', nullable: true })
  assistedBy!: string | null;

  @Column('text', { name: 'scheme_hash' })
  schemeHash!: string;

  @Column('text', { name: 'cost_table_hash' })
  costTableHash!: string;

  @Column('text', { name: 'agreement_hash' })
  agreementHash!: string;

  @Column('text', { name: 'ruleset_hash' })
  rulesetHash!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('text', { name: 'receipt_code' })
  receiptCode!: string;

  @Column('boolean', { name: 'needs_review' })
  needsReview!: boolean;
}
