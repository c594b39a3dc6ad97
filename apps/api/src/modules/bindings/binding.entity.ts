import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BindingMethod, BindingState, Relation } from './binding.types';

/** That an account belongs to a household, in which relation, and how that was shown. */
@Entity('bindings')
@Unique('uq_bindings_account_household', ['accountId', 'householdId'])
@Index('ix_bindings_household', ['householdId'])
@Check('ck_bindings_relation', `relation IN ('owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant')`)
@Check('ck_bindings_method', `method IN ('slip', 'roll_phone', 'office_check')`)
@Check('ck_bindings_state', `state IN ('pending', 'approved', 'returned', 'ended')`)
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
  relation!: Relation;

  @Column({ type: 'text' })
  method!: BindingMethod;

  @Column({ type: 'text' })
  state!: BindingState;

  @Column({ type: 'text', name: 'stated_name', default: '' })
  statedName!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
