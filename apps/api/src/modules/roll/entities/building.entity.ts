import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A building (楼栋) of an estate, named as people name it: `1号楼`. */
@Entity('buildings')
@Unique('uq_buildings_name', ['estateId', 'name'])
export class Building {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_buildings' })
  id!: string;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_buildings_estate' })
  estateId!: string;

  @Column('text')
  name!: string;

  @Column('smallint', { name: 'built_year', nullable: true })
  builtYear!: number | null;
}
