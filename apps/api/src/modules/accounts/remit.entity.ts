import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity';

/**
 * Where a member of staff has a say: a town, one of its neighbourhoods, or a single stairwell. Taken back by writing
 * down when and by whom; the row stays.
 */
@Entity('remits')
@Index('ix_remits_account', ['accountId'])
@Index('ix_remits_place', ['town', 'neighbourhood'])
@Check(
  'ck_remits_place',
  `(stairwell_id IS NULL AND town IS NOT NULL) OR (stairwell_id IS NOT NULL AND town IS NULL AND neighbourhood IS NULL)`,
)
@Check('ck_remits_revoked', `revoked_by IS NULL OR revoked_at IS NOT NULL`)
export class GrantedRemit {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_remits' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => Account, { name: 'fk_remits_account' })
  accountId!: string;

  @Column({ type: 'text', nullable: true })
  town!: string | null;

  /** Null: the whole town. */
  @Column({ type: 'text', nullable: true })
  neighbourhood!: string | null;

  @Column({ type: 'uuid', name: 'stairwell_id', nullable: true })
  @ForeignKey('Stairwell', { name: 'fk_remits_stairwell' })
  stairwellId!: string | null;

  /** The last day it holds; null: until it is taken back. */
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  /** Null: by the command line. */
  @Column({ type: 'uuid', name: 'granted_by', nullable: true })
  @ForeignKey(() => Account, { name: 'fk_remits_granted_by' })
  grantedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'granted_at', default: () => 'now()' })
  grantedAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'uuid', name: 'revoked_by', nullable: true })
  @ForeignKey(() => Account, { name: 'fk_remits_revoked_by' })
  revokedBy!: string | null;
}
