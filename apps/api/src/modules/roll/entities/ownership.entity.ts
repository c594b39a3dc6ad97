import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who owns which household; position 0 is the registered owner, the others are co-owners. */
@Entity('ownerships')
@Index('ix_ownerships_owner', ['ownerId'])
export class Ownership {
  @PrimaryColumn('uuid', { name: 'household_id', primaryKeyConstraintName: 'pk_ownerships' })
  @ForeignKey('Household', { name: 'fk_ownerships_household' })
  householdId!: string;

  @PrimaryColumn('uuid', { name: 'owner_id', primaryKeyConstraintName: 'pk_ownerships' })
  @ForeignKey('Owner', { name: 'fk_ownerships_owner' })
  ownerId!: string;

  @Column('smallint')
  position!: number;
}
