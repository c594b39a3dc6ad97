import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** That a person agreed to a purpose, or took it back: which text, when. Only ever added; the latest row stands. */
@Entity('privacy_consents')
@Unique('uq_privacy_consents_id', ['id'])
@Index('ix_privacy_consents_account', ['accountId', 'purpose', 'seq'])
@Check('ck_privacy_consents_act', `act IN ('give', 'withdraw')`)
export class PrivacyConsent {
  /** The order of things: two of them may carry the same instant. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'pk_privacy_consents',
  })
  seq!: number;

  /** Made on the device. */
  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey('Account', { name: 'fk_privacy_consents_account' })
  accountId!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  act!: 'give' | 'withdraw';

  /** The version of the text the person saw when agreeing; a withdrawal repeats it. */
  @Column({ type: 'text', name: 'text_version' })
  textVersion!: string;

  /** SHA-256 of that text, so that nobody can say later it was another one. */
  @Column({ type: 'text', name: 'text_hash' })
  textHash!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
