import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const STANCES = ['for', 'conditional', 'unsure', 'against'] as const;
/** What a household says before any round: never counted as a ballot. */
export type Stance = (typeof STANCES)[number];

export const INTEREST_REASONS = ['light', 'noise', 'cost', 'safety', 'privacy', 'value', 'mobility', 'other'] as const;
export type InterestReason = (typeof INTEREST_REASONS)[number];

/**
 * An expression of interest (意愿登记). A household's latest one is the one shown; of an earlier one nothing is changed, but
 * that its words may go with the consent or after their time.
 */
@Entity('expressions_of_interest')
@Check('ck_expressions_of_interest_channel', `channel IN ('self_service', 'home_visit')`)
@Check('ck_expressions_of_interest_stance', `stance IN ('for', 'conditional', 'unsure', 'against')`)
@Index('ix_expressions_of_interest_recorded_by', ['recordedBy'])
@Index('ix_expressions_of_interest_household', ['householdId', 'receivedAt'])
export class ExpressionOfInterest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_expressions_of_interest' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_expressions_of_interest_household' })
  householdId!: string;

  @Column('uuid', { name: 'recorded_by' })
  @ForeignKey('Account', { name: 'fk_expressions_of_interest_recorded_by' })
  recordedBy!: string;

  @Column('text')
  channel!: 'self_service' | 'home_visit';

  @Column('text')
  stance!: Stance;

  @Column('text', { array: true, default: '{}' })
  reasons!: InterestReason[];

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;
}
