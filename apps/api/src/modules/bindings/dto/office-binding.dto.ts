import { DateOn, Flag, Id, Instant, Int, ListOf, LongText, Nested, OneOf, Text } from '../../../platform/validation';
import {
  BINDING_METHODS,
  BINDING_STATES,
  BOUND_RELATIONS,
  DOCUMENT_KINDS,
  END_CAUSES,
  type BindingMethod,
  type BindingState,
  type BoundRelation,
  type DocumentKind,
  type EndCause,
} from '../binding.types';

/** Which bindings to read. */
export class ListBindingsQuery {
  @Id({ optional: true })
  estateId?: string;

  @Id({ optional: true })
  householdId?: string;

  @OneOf(BINDING_STATES, { optional: true })
  state?: BindingState;

  @OneOf(BOUND_RELATIONS, { optional: true })
  relation?: BoundRelation;

  @Int({ min: 1, max: 200, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  before?: string;
}

/** What was shown for a relation: the number masked, the photo by its id. */
export class ShownEvidenceDto {
  @OneOf(DOCUMENT_KINDS)
  documentKind!: DocumentKind;

  @Text({ max: 40, nullable: true, example: '****1234' })
  documentNumberMasked!: string | null;

  @Id({ nullable: true })
  photoId!: string | null;
}

/** A binding as the office sees it. */
export class OfficeBindingDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @Id()
  estateId!: string;

  @Text({ max: 200, description: 'Estate, building and stairwell' })
  place!: string;

  @Text({ max: 16 })
  roomNo!: string;

  @Text({ max: 60 })
  personName!: string;

  @Text({ max: 20, nullable: true })
  phoneMasked!: string | null;

  @OneOf(BOUND_RELATIONS)
  relation!: BoundRelation;

  @OneOf(BINDING_METHODS)
  method!: BindingMethod;

  @OneOf(BINDING_STATES)
  state!: BindingState;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @DateOn({ nullable: true, description: 'The last day on which it holds' })
  expiresOn!: string | null;

  @Instant({ nullable: true })
  endedAt!: string | null;

  @Text({ max: 60, nullable: true })
  endedByName!: string | null;

  @OneOf(END_CAUSES, { nullable: true })
  endCause!: EndCause | null;

  @Text({ max: 500, min: 0 })
  endReason!: string;

  @Nested(() => ShownEvidenceDto, { nullable: true })
  evidence!: ShownEvidenceDto | null;
}

/** One page of bindings. */
export class OfficeBindingsDto {
  @ListOf(() => OfficeBindingDto, { max: 200 })
  bindings!: OfficeBindingDto[];

  @Id({ nullable: true, description: 'Goes into `before` for the next page; null: this was the last' })
  next!: string | null;
}

export class EndBindingInput {
  @LongText({ max: 500, description: 'Why; the person may ask' })
  reason!: string;
}

export class SetBindingExpiryInput {
  @DateOn({ nullable: true, description: 'The last day on which it holds; null: no end' })
  expiresOn!: string | null;
}

/** Somebody bound to a household, as the others of it see them. */
export class HouseholdPersonDto {
  @Id()
  bindingId!: string;

  @Text({ max: 60, description: 'Masked, unless it is oneself' })
  personName!: string;

  @OneOf(BOUND_RELATIONS)
  relation!: BoundRelation;

  @OneOf(BINDING_STATES)
  state!: BindingState;

  @Instant()
  since!: string;

  @DateOn({ nullable: true })
  expiresOn!: string | null;

  @Flag()
  isMe!: boolean;
}
