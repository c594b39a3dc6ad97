import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of what was done, by whom, to what. Only ever added. */
@Entity('audit_events')
@Index('ix_audit_events_subject', ['subjectKind', 'subjectId', 'id'])
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
}
