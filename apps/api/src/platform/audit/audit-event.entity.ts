import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditCategory } from './audit-category';

/** One line of what was done, by whom, to what. Only ever added. */
@Entity('audit_events')
@Index('ix_audit_events_subject', ['subjectKind', 'subjectId', 'id'])
@Index('ix_audit_events_at', ['at', 'id'])
@Index('ix_audit_events_estate', ['estateId', 'at', 'id'])
@Index('ix_audit_events_actor', ['actorId', 'at', 'id'])
@Index('ix_audit_events_category', ['category', 'at', 'id'])
@Index('ix_audit_events_action', ['action', 'at', 'id'])
@Check('ck_audit_events_category', `category IN ('security', 'domain')`)
export class AuditEvent {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'pk_audit_events',
  })
  id!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', name: 'subject_kind' })
  subjectKind!: string;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId!: string;

  @Column({ type: 'jsonb', default: {} })
  detail!: Record<string, unknown>;

  /** The estate it happened in; null when it belongs to none. */
  @Column({ type: 'uuid', name: 'estate_id', nullable: true })
  estateId!: string | null;

  /** `security`: who came in, who may do what, what was unmasked. Everything else is `domain`. */
  @Column({ type: 'text', default: 'domain' })
  category!: AuditCategory;

  @Column({ type: 'uuid', name: 'session_id', nullable: true })
  sessionId!: string | null;

  /** The request's id as its answer and the log carry it. */
  @Column({ type: 'text', name: 'request_id', nullable: true })
  requestId!: string | null;

  /** Who held the device for the person signed in (家人代操作), as they gave it. */
  @Column({ type: 'text', nullable: true })
  helper!: string | null;
}
