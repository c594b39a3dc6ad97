import { ROLES, type Role } from '../../../platform/access';
import { AUDIT_CATEGORIES, type AuditCategory } from '../../../platform/audit';
import { AnyObject, Id, Instant, Int, ListOf, OneOf, Text } from '../../../platform/validation';

const WORD = /^[a-z][a-z0-9_]*$/;

/** Which events to read; whatever is left out does not matter. */
export class ListAuditEventsQuery {
  @Instant({ optional: true, description: 'At or after' })
  from?: Date;

  @Instant({ optional: true, description: 'Before' })
  until?: Date;

  @OneOf(AUDIT_CATEGORIES, { optional: true })
  category?: AuditCategory;

  @Text({ max: 60, optional: true, pattern: /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, example: 'round.open' })
  action?: string;

  @Id({ optional: true })
  actorId?: string;

  @Text({ max: 40, optional: true, pattern: WORD, example: 'household' })
  subjectKind?: string;

  @Text({ max: 60, optional: true, description: 'Only together with its kind' })
  subjectId?: string;

  @Id({ optional: true })
  estateId?: string;

  @Int({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    fromQuery: true,
    optional: true,
    description: '`next` of the page before',
  })
  before?: number;

  @Int({ min: 1, max: 200, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;
}

/** One line of what was done, by whom, to what. */
export class AuditEventDto {
  @Int({ min: 1, max: Number.MAX_SAFE_INTEGER })
  id!: number;

  @Instant()
  at!: string;

  @OneOf(AUDIT_CATEGORIES)
  category!: AuditCategory;

  @Id({ nullable: true })
  actorId!: string | null;

  @Text({ max: 40, nullable: true, description: 'null: nobody who was signed in, a command, or the system itself' })
  actorName!: string | null;

  @OneOf(ROLES, { nullable: true })
  actorRole!: Role | null;

  @Text({ max: 60 })
  action!: string;

  @Text({ max: 40 })
  subjectKind!: string;

  @Text({ max: 60 })
  subjectId!: string;

  @Text({ max: 40, nullable: true })
  estateName!: string | null;

  @Text({ max: 60, nullable: true, description: 'Relation and masked name of whoever held the device for the actor' })
  helper!: string | null;

  @Text({ max: 60, nullable: true, description: 'The id that the answer and the log carry' })
  requestId!: string | null;

  @AnyObject({ description: 'What the action says about itself; no whole telephone, no name of a neighbour' })
  detail!: Record<string, unknown>;
}

export class AuditPageDto {
  @ListOf(() => AuditEventDto, { max: 200 })
  events!: AuditEventDto[];

  @Int({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
    description: '`before` of the next page; null on the last',
  })
  next!: number | null;
}
