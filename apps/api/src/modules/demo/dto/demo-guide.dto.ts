import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../platform/access';
import { Instant, ListOf, OneOf, Phone, Text } from '../../../platform/validation';

export class DemoPersonDto {
  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 80 })
  title!: string;

  @ApiProperty({ type: [String], description: 'How to be this person, in sentences' })
  how!: string[];

  @Text({ max: 32, optional: true })
  username?: string;

  @Text({ max: 100, optional: true })
  password?: string;

  @Phone({ optional: true })
  phone?: string;

  @Text({ min: 6, max: 6, optional: true, description: 'What the authenticator app of this person shows now' })
  totpCode?: string;

  @Text({ min: 6, max: 6, optional: true, description: 'A device PIN to choose at the first sign-in' })
  devicePin?: string;
}

export class DemoStairwellDto {
  @Text({ max: 8 })
  code!: string;

  @Text({ max: 120 })
  label!: string;

  @Text({ max: 120, description: 'What is special about it' })
  note!: string;
}

export class DemoSlipDto {
  @Text({ max: 8 })
  code!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @Text({ max: 6 })
  pin!: string;
}

export class DemoPhoneCodeDto {
  @Phone()
  phone!: string;

  @Text({ max: 6 })
  code!: string;

  @Instant()
  sentAt!: string;
}

/** How to try the demo as each of its people. Only ever about made-up neighbours. */
export class DemoGuideDto {
  @ListOf(() => DemoPersonDto, { max: 50 })
  people!: DemoPersonDto[];

  @ListOf(() => DemoStairwellDto, { max: 400 })
  stairwells!: DemoStairwellDto[];

  @ListOf(() => DemoSlipDto, { max: 400 })
  slips!: DemoSlipDto[];

  @ListOf(() => DemoPhoneCodeDto, { max: 50, description: 'Codes sent since the server started, newest first' })
  phoneCodes!: DemoPhoneCodeDto[];
}
