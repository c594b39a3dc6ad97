import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AreaSource, Tenure } from '../sheet/roll-sheet.types';

/** One exclusive part (专有部分) behind one door. */
@Entity('households')
@Unique('uq_households_room', ['stairwellId', 'roomNo'])
@Index('ix_households_area', ['stairwellId', 'exclusiveAreaDm2'])
@Check('ck_households_area', 'exclusive_area_dm2 > 0')
@Check('ck_households_area_source', `area_source IN ('registered', 'surveyed', 'contracted')`)
@Check('ck_households_tenure', `tenure IN ('commodity', 'purchased_public', 'public_rental')`)
export class Household {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_households' })
  id!: string;

  @Column('uuid', { name: 'stairwell_id' })
  @ForeignKey('Stairwell', { name: 'fk_households_stairwell' })
  stairwellId!: string;

  @Column('text', { name: 'room_no' })
  roomNo!: string;

  @Column('smallint')
  floor!: number;

  /** 0.01 m²; null while the office does not know it. */
  @Column('integer', { name: 'exclusive_area_dm2', nullable: true })
  exclusiveAreaDm2!: number | null;

  @Column('text', { name: 'area_source', nullable: true })
  areaSource!: AreaSource | null;

  @Column('text')
  tenure!: Tenure;

  @Column('boolean', { name: 'is_let', default: false })
  isLet!: boolean;

  @Column('text', { default: '' })
  remark!: string;

  /** Since when a dispute keeps this household's ballot as it is; null while there is none. */
  @Column('timestamptz', { name: 'ballot_frozen_at', nullable: true })
  ballotFrozenAt!: Date | null;
}
