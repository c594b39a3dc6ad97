import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DocumentKind } from '../bindings';
import type { RevokeCause, StoredProxyState } from './proxy.types';

/** A letter by which an owner lets somebody cast the household's ballot (委托书), and how far the office has got with it. */
@Entity('proxy_authorisations')
@Check(
  'ck_proxy_authorisations_document_kind',
  `document_kind IN ('title_certificate', 'identity_card', 'guardianship', 'inheritance', 'lease', 'other')`,
)
@Check('ck_proxy_authorisations_state', `state IN ('pending', 'approved', 'returned', 'rejected', 'revoked')`)
@Check('ck_proxy_authorisations_revoke_cause', `revoke_cause IN ('owner', 'office', 'title_transfer')`)
@Check(
  'ck_proxy_authorisations_revoked',
  `(state = 'revoked') = (revoked_at IS NOT NULL) AND (revoked_at IS NULL) = (revoke_cause IS NULL)`,
)
@Check(
  'ck_proxy_authorisations_term',
  `valid_until_on >= valid_from_on AND valid_until_on <= valid_from_on + interval '1 year'`,
)
@Index('ix_proxy_authorisations_household', ['householdId', 'createdAt'])
@Index('ix_proxy_authorisations_phone', ['proxyPhoneIndex'])
@Index('ix_proxy_authorisations_given_by', ['givenBy'])
@Index('ix_proxy_authorisations_letter_photo', ['letterPhotoId'])
export class ProxyAuthorisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proxy_authorisations' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_proxy_authorisations_household' })
  householdId!: string;

  /** The one round it is for; null: every round of the household within the term. */
  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('ConsultationRound', { name: 'fk_proxy_authorisations_round' })
  roundId!: string | null;

  @Column('uuid', { name: 'given_by' })
  @ForeignKey('Account', { name: 'fk_proxy_authorisations_given_by' })
  givenBy!: string;

  @Column('text', { name: 'proxy_name' })
  proxyName!: string;

  @Column('bytea', { name: 'proxy_phone_sealed' })
  proxyPhoneSealed!: Buffer;

  /** Finds the proxy's account, whenever they sign in with that phone. */
  @Column('bytea', { name: 'proxy_phone_index' })
  proxyPhoneIndex!: Buffer;

  @Column('text', { name: 'document_kind' })
  documentKind!: DocumentKind;

  @Column('bytea', { name: 'document_number_sealed' })
  documentNumberSealed!: Buffer;

  @Column('uuid', { name: 'letter_photo_id' })
  @ForeignKey('PaperPhoto', { name: 'fk_proxy_authorisations_letter_photo' })
  letterPhotoId!: string;

  @Column('date', { name: 'valid_from_on' })
  validFromOn!: string;

  /** The last day on which it holds. */
  @Column('date', { name: 'valid_until_on' })
  validUntilOn!: string;

  @Column('text')
  state!: StoredProxyState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  @ForeignKey('Account', { name: 'fk_proxy_authorisations_revoked_by' })
  revokedBy!: string | null;

  @Column('text', { name: 'revoke_cause', nullable: true })
  revokeCause!: RevokeCause | null;

  @Column('text', { name: 'revoke_reason', default: '' })
  revokeReason!: string;
}
