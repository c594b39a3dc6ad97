import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the demo's guide shows: its people with their passwords, its slips with their PINs. Empty outside the demo. */
@Entity('demo_notes')
export class DemoNote {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_demo_notes' })
  key!: string;

  @Column('jsonb')
  content!: object;
}
