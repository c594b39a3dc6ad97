import { DateOn, Id, Ids, ListOf, Phone, Text } from '../../../platform/validation';

export class SaveVolunteerInput {
  @Id()
  id!: string;

  @Text({ max: 30 })
  displayName!: string;

  @Phone()
  phone!: string;
}

export class AssignStairwellsInput {
  @Ids({ max: 200, description: 'All stairwells this volunteer visits from now on' })
  stairwellIds!: string[];

  @DateOn({ description: 'The last day of the assignment' })
  expiresOn!: string;
}

export class VolunteerAssignmentDto {
  @Id()
  stairwellId!: string;

  @Text({ max: 120, description: 'Estate, building and stairwell' })
  label!: string;

  @DateOn()
  expiresOn!: string;
}

export class VolunteerDto {
  @Id()
  accountId!: string;

  @Text({ max: 30 })
  displayName!: string;

  @Text({ max: 20, nullable: true })
  phoneMasked!: string | null;

  @ListOf(() => VolunteerAssignmentDto, { max: 200 })
  assignments!: VolunteerAssignmentDto[];
}
