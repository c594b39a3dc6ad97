import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Where a stairwell stands on its way to a lift, in order. */
export const STAGES = [
  'canvass',
  'feasibility',
  'scheme',
  'consultation',
  'notice',
  'signing',
  'approval',
  'construction',
  'acceptance',
  'handover',
  'operation',
] as const;
export type Stage = (typeof STAGES)[number];

/** A stairwell (门洞): the future lift, and what the poster's code points to. */
@Entity('stairwells')
@Unique('uq_stairwells_name', ['buildingId', 'name'])
@Unique('uq_stairwells_code', ['code'])
@Check(
  'ck_stairwells_stage',
  `stage IN ('canvass', 'feasibility', 'scheme', 'consultation', 'notice', 'signing', 'approval', 'construction', 'acceptance', 'handover', 'operation')`,
)
@Index('ix_stairwells_estate', ['estateId'])
@Index('ix_stairwells_estate_stage', ['estateId', 'stage'])
export class Stairwell {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_stairwells' })
  id!: string;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_stairwells_estate' })
  estateId!: string;

  @Column('uuid', { name: 'building_id' })
  @ForeignKey('Building', { name: 'fk_stairwells_building' })
  buildingId!: string;

  @Column('text')
  name!: string;

  /** Eight characters nobody confuses, on the poster and in its link. */
  @Column('text')
  code!: string;

  @Column('text', { default: 'canvass' })
  stage!: Stage;

  @Column('date', { name: 'stage_since_on' })
  stageSinceOn!: string;

  /** Moves when the public page would read differently; the database sees to it. */
  @Column({ type: 'integer', name: 'page_version', default: 1 })
  pageVersion!: number;
}
