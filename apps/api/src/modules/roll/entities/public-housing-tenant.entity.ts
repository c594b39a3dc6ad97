import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The tenant of a public flat (公房承租人): not an owner; what the tenant's word counts is the ruleset's business. */
@Entity('public_housing_tenants')
@Check('ck_public_housing_tenants_phone', `(phone_sealed IS NULL) = (phone_index IS NULL)`)
@Index('ix_public_housing_tenants_phone', ['phoneIndex'])
export class PublicHousingTenant {
  @PrimaryColumn('uuid', { name: 'household_id', primaryKeyConstraintName: 'pk_public_housing_tenants' })
  @ForeignKey('Household', { name: 'fk_public_housing_tenants_household' })
  householdId!: string;

  @Column('text')
  name!: string;

  /** Sealed as `public_housing_tenants.phone`; the vault opens it. */
  @Column('bytea', { name: 'phone_sealed', nullable: true })
  phoneSealed!: Buffer | null;

  @Column('bytea', { name: 'phone_index', nullable: true })
  phoneIndex!: Buffer | null;
}
