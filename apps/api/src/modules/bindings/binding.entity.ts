import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BindingMethod, BoundRelation, EndCause, StoredState } from './binding.types';

/** That an account belongs to a household, in which relation, and how that was shown. */
@Entity('bindings')
@Unique('uq_bindings_account_household', ['accountId', 'householdId'])
@Index('ix_bindings_household', ['householdId'])
@Index('ix_bindings_created', ['createdAt', 'id'])
@Index('ix_bindings_state', ['state', 'createdAt', 'id'])
@Index('ix_bindings_expiring', ['expiresOn'], { where: 'expires_on IS NOT NULL' })
@Index('ix_bindings_relation', ['relation', 'createdAt', 'id'])
@Check('ck_bindings_relation', `relation IN ('owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant')`)
@Check('ck_bindings_method', `method IN ('slip', 'roll_phone', 'office_check')`)
@Check('ck_bindings_state', `state IN ('pending', 'approved', 'returned', 'ended')`)
@Check('ck_bindings_end_cause', `end_cause IN ('self', 'office', 'title_transfer')`)
export class Binding {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_bindings' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey('Account', { name: 'fk_bindings_account' })
  accountId!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_bindings_household' })
  householdId!: string;

  @Column({ type: 'text' })
  relation!: BoundRelation;

  @Column({ type: 'text' })
  method!: BindingMethod;

  @Column({ type: 'text' })
  state!: StoredState;

  @Column({ type: 'text', name: 'stated_name', default: '' })
  statedName!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** The last day on which it holds, YYYY-MM-DD; null: until it is ended. Afterwards it is expired without any write. */
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'uuid', name: 'ended_by', nullable: true })
  @ForeignKey('Account', { name: 'fk_bindings_ended_by' })
  endedBy!: string | null;

  /** null while it holds, and when the office rejected it. */
  @Column({ type: 'text', name: 'end_cause', nullable: true })
  endCause!: EndCause | null;

  @Column({ type: 'text', name: 'end_reason', default: '' })
  endReason!: string;
}
