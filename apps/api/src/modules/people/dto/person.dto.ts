import { STAFF_ROLES, type StaffRole } from '../../../platform/access';
import { DateOn, Flag, Id, Instant, Int, ListOf, Nested, OneOf, Text } from '../../../platform/validation';
import { VolunteerAssignmentDto } from '../../roll';
import { PERSON_ROLES, REMIT_KINDS, type PersonRole, type RemitKind } from '../person.types';

const MOST_REMITS = 200;
const MOST_ASSIGNMENTS = 200;
const PLACE = { max: 40, optional: true } as const;

export class ListPeopleQuery {
  @OneOf(PERSON_ROLES, { optional: true })
  role?: PersonRole;

  @Text({ max: 40, optional: true, description: 'Part of a name or username, or a whole telephone number' })
  q?: string;

  @Int({ min: 1, max: 200, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  before?: string;
}

/** One place to have a say over: the fields of its kind are filled, the others left out. */
export class RemitInput {
  @OneOf(REMIT_KINDS)
  kind!: RemitKind;

  @Text({ ...PLACE, description: 'For a town and a neighbourhood' })
  town?: string;

  @Text({ ...PLACE, description: 'For a neighbourhood' })
  neighbourhood?: string;

  @Id({ optional: true, description: 'For a stairwell' })
  stairwellId?: string;

  @DateOn({ optional: true, nullable: true, description: 'The last day; without it until it is taken back' })
  expiresOn?: string | null;
}

export class AddPersonInput {
  @Id()
  id!: string;

  @OneOf(STAFF_ROLES)
  role!: StaffRole;

  @Text({ max: 30 })
  displayName!: string;

  @Text({ min: 2, max: 32, pattern: /^[a-z][a-z0-9._-]*$/, example: 'zhao' })
  username!: string;

  @ListOf(() => RemitInput, { max: MOST_REMITS })
  remits!: RemitInput[];
}

export class SetRemitsInput {
  @ListOf(() => RemitInput, { max: MOST_REMITS, description: 'All places this person has a say over from now on' })
  remits!: RemitInput[];
}

/** Why an account is changed; goes into the audit log. */
export class PersonReasonInput {
  @Text({ min: 4, max: 200 })
  reason!: string;
}

export class RemitDto {
  @Id()
  id!: string;

  @OneOf(REMIT_KINDS)
  kind!: RemitKind;

  @Text({ max: 160, description: 'The place in words' })
  label!: string;

  @Text({ max: 40, nullable: true })
  town!: string | null;

  @Text({ max: 40, nullable: true })
  neighbourhood!: string | null;

  @Id({ nullable: true })
  stairwellId!: string | null;

  @DateOn({ nullable: true })
  expiresOn!: string | null;
}

/** Someone who works for the office or helps it. */
export class PersonDto {
  @Id()
  accountId!: string;

  @OneOf(PERSON_ROLES)
  role!: PersonRole;

  @Text({ max: 40 })
  displayName!: string;

  @Text({ max: 32, nullable: true })
  username!: string | null;

  @Text({ max: 20, nullable: true })
  phoneMasked!: string | null;

  @ListOf(() => RemitDto, { max: MOST_REMITS })
  remits!: RemitDto[];

  @ListOf(() => VolunteerAssignmentDto, {
    max: MOST_ASSIGNMENTS,
    nullable: true,
    description:
      'What a volunteer visits, also what has expired; null for others, and for an operator, who sees no roll',
  })
  assignments!: VolunteerAssignmentDto[] | null;

  @Flag({ description: 'An authenticator app or a passkey is set up' })
  secondFactor!: boolean;

  @Instant({ nullable: true })
  lastSeenAt!: string | null;

  @Instant({ nullable: true })
  disabledAt!: string | null;
}

export class PeoplePageDto {
  @ListOf(() => PersonDto, { max: 200 })
  people!: PersonDto[];

  @Id({ nullable: true, description: '`before` of the next page; null on the last' })
  next!: string | null;
}

/** A password that is shown this once and must be changed at the first sign-in. */
export class TemporaryPasswordDto {
  @Text({ max: 40 })
  temporaryPassword!: string;
}

export class AddedPersonDto extends TemporaryPasswordDto {
  @Nested(() => PersonDto)
  person!: PersonDto;
}
