import { Text } from '../validation';

/** Why someone needs a whole number; it stands in the audit log beside their name. */
export class UnmaskPhoneInput {
  @Text({ min: 5, max: 200, description: 'Written to the audit log' })
  reason!: string;
}

export class UnmaskedPhoneDto {
  @Text({ max: 20 })
  phone!: string;
}
