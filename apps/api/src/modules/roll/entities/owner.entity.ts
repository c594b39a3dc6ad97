import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OwnerKind } from '../sheet/roll-sheet.types';

/** Someone who owns: one row is one head, however many households are theirs in the estate. */
@Entity('owners')
@Check('ck_owners_kind', `kind IN ('person', 'company', 'developer', 'housing_authority')`)
@Check('ck_owners_phone', `(phone_sealed IS NULL) = (phone_index IS NULL)`)
@Index('ix_owners_estate_name', ['estateId', 'name'])
@Index('ix_owners_phone', ['phoneIndex'])
export class Owner {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_owners' })
  id!: string;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_owners_estate' })
  estateId!: string;

  @Column('text')
  kind!: OwnerKind;

  @Column('text')
  name!: string;

  /** Sealed as `owners.phone`; the vault opens it. */
  @Column('bytea', { name: 'phone_sealed', nullable: true })
  phoneSealed!: Buffer | null;

  @Column('bytea', { name: 'phone_index', nullable: true })
  phoneIndex!: Buffer | null;

  /** The owner an officer found this one to be. Kept, so that importing the same sheet again does not part them. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  @ForeignKey('Owner', { name: 'fk_owners_merged_into' })
  mergedIntoId!: string | null;
}
