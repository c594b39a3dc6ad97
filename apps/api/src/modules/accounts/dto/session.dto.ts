import {
  HELPER_RELATIONS,
  PENDING_STEPS,
  ROLES,
  type HelperRelation,
  type PendingStep,
  type Role,
} from '../../../platform/access';
import { Id, Instant, Int, Nested, OneOf, Password, Phone, Text } from '../../../platform/validation';
import { ASSURANCES, type Assurance } from '../session-standing';

/** What a front end shows next; `none`: the session may do whatever its account may. */
export const NEXT_STEPS = ['none', ...PENDING_STEPS] as const;
export type NextStep = 'none' | PendingStep;

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

  @Password({ max: 200 })
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

/** Who holds the device for the person signed in (家人代操作). */
export class HelperDto {
  @Text({ max: 40 })
  helperName!: string;

  @OneOf(HELPER_RELATIONS)
  helperRelation!: HelperRelation;
}

/** Who is signed in. */
export class SessionDto {
  @Text({ max: 64, nullable: true, description: 'Only for the mini-program, and only when the session starts' })
  token!: string | null;

  @Nested(() => SessionAccountDto)
  account!: SessionAccountDto;

  @Instant()
  expiresAt!: string;

  @OneOf(ASSURANCES)
  assurance!: Assurance;

  @OneOf(NEXT_STEPS, { description: 'What this session still has to do before everything is open to it' })
  next!: NextStep;

  @Nested(() => HelperDto, { nullable: true })
  helper!: HelperDto | null;
}
