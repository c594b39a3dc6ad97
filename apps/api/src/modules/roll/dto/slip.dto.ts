import { Id, Ids, Text } from '../../../platform/validation';

export class IssueSlipsInput {
  /** The doors to make slips for; all of the stairwell when left out. */
  @Ids({ max: 500, min: 1, optional: true })
  householdIds?: string[];
}

/** A slip as it is printed. The PIN is shown this once. */
export class IssuedSlipDto {
  @Id()
  householdId!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @Text({ max: 6, min: 6, pattern: /^\d{6}$/, description: 'Shown once; only a hash is kept' })
  pin!: string;
}
