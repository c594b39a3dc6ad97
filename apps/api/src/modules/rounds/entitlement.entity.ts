import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One line of the frozen electorate (表决权): a household, its head and its area as they stood at opening. */
@Entity('entitlements')
@Check('ck_entitlements_area', 'area_dm2 > 0')
@Index('ix_entitlements_household', ['householdId'])
@Index('ix_entitlements_stairwell', ['stairwellId'])
export class Entitlement {
  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'pk_entitlements' })
  @ForeignKey('ConsultationRound', { name: 'fk_entitlements_round' })
  roundId!: string;

  @PrimaryColumn('uuid', { name: 'household_id', primaryKeyConstraintName: 'pk_entitlements' })
  @ForeignKey('Household', { name: 'fk_entitlements_household' })
  householdId!: string;

  @Column('uuid', { name: 'stairwell_id' })
  @ForeignKey('Stairwell', { name: 'fk_entitlements_stairwell' })
  stairwellId!: string;

  @Column('text', { name: 'building_name' })
  buildingName!: string;

  @Column('text', { name: 'stairwell_name' })
  stairwellName!: string;

  @Column('text', { name: 'room_no' })
  roomNo!: string;

  @Column('smallint')
  floor!: number;

  /** 0.01 m²; null while the roll does not know it. */
  @Column('integer', { name: 'area_dm2', nullable: true })
  areaDm2!: number | null;

  @Column('text', { name: 'area_source', nullable: true })
  areaSource!: string | null;

  @Column('text')
  tenure!: string;

  @Column('text', { name: 'head_key' })
  headKey!: string;

  /** The head's number on the count sheet, from 1, in the order of the doors. */
  @Column('integer', { name: 'head_no' })
  headNo!: number;

  /** How many households of the round this head stands for. */
  @Column({ type: 'integer', name: 'head_households' })
  headHouseholds!: number;

  @Column('text', { name: 'owner_names', array: true })
  ownerNames!: string[];
}
