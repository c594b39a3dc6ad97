import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A housing estate (小区). */
@Entity('estates')
@Unique('uq_estates_name', ['town', 'neighbourhood', 'name'])
export class Estate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_estates' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  town!: string;

  /** The residents'-committee area (居民区). */
  @Column('text')
  neighbourhood!: string;

  /** The telephone neighbours may ring. */
  @Column('text', { nullable: true })
  hotline!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
