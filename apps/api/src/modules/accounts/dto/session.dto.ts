import { ROLES, type Role } from '../../../platform/access';
import { Id, Instant, Int, Nested, OneOf, Phone, Text } from '../../../platform/validation';

export class SendPhoneCodeInput {
  @Phone()
  phone!: string;
}

export class PhoneCodeSentDto {
  @Int({ min: 0, max: 3600, description: 'Seconds until another code may be asked for' })
  resendAfterSeconds!: number;
}

export class SignInByPhoneInput {
  @Phone()
  phone!: string;

  @Text({ min: 6, max: 6, pattern: /^\d{6}$/, example: '042613' })
  code!: string;
}

export class SignInByPasswordInput {
  @Text({ max: 64 })
  username!: string;

  @Text({ max: 200 })
  password!: string;
}

export class SessionAccountDto {
  @Id()
  id!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 100 })
  displayName!: string;

  @Text({ max: 20, nullable: true, example: '138****0000' })
  phoneMasked!: string | null;
}

/** Who is signed in. */
export class SessionDto {
  @Text({ max: 64, nullable: true, description: 'Only for the mini-program, and only when the session starts' })
  token!: string | null;

  @Nested(() => SessionAccountDto)
  account!: SessionAccountDto;

  @Instant()
  expiresAt!: string;
}
