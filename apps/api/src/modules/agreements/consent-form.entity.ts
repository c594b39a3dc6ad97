import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A household's signature under the agreement (同意书), with the hashes of what was signed. Only ever added. */
@Entity('consent_forms')
@ForeignKey('Entitlement', ['roundId', 'householdId'], ['roundId', 'householdId'], {
  name: 'fk_consent_forms_entitlement',
})
@Index('ix_consent_forms_signed_by', ['signedBy'])
@Index('ix_consent_forms_signature', ['signatureId'])
@Index('ix_consent_forms_household', ['roundId', 'householdId', 'receivedAt'])
export class ConsentForm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consent_forms' })
  id!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('uuid', { name: 'signed_by' })
  @ForeignKey('Account', { name: 'fk_consent_forms_signed_by' })
  signedBy!: string;

  @Column('uuid', { name: 'signature_id' })
  @ForeignKey('Signature', { name: 'fk_consent_forms_signature' })
  signatureId!: string;

  @Column('text', { name: 'agreement_hash' })
  agreementHash!: string;

  @Column('text', { name: 'cost_table_hash' })
  costTableHash!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;
}
