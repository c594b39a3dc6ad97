import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The tenant of a public flat (公房承租人): not an owner; what the tenant's word counts is the ruleset's business. */
@Entity('public_housing_tenants')
export class PublicHousingTenant {
  @PrimaryColumn('uuid', { name: 'household_id', primaryKeyConstraintName: 'pk_public_housing_tenants' })
  @ForeignKey('Household', { name: 'fk_public_housing_tenants_household' })
  householdId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  phone!: string | null;
}
