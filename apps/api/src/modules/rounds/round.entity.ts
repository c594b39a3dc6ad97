import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RoundState, ScopeKind } from './round.types';

/** One round of consultation (征询): what is asked of whom, under which pinned rule, and how far it has come. */
@Entity('consultation_rounds')
@Check('ck_consultation_rounds_scope_kind', `scope_kind IN ('stairwell', 'building', 'estate')`)
@Check('ck_consultation_rounds_state', `state IN ('draft', 'open', 'closed', 'announced', 'settled', 'void')`)
@Index('ix_consultation_rounds_estate', ['estateId', 'createdAt'])
@Index('ix_consultation_rounds_scope', ['scopeId', 'createdAt'])
@Index('ix_consultation_rounds_newest', ['createdAt', 'id'])
@Index('ix_consultation_rounds_state', ['state', 'createdAt', 'id'])
@Index('ix_consultation_rounds_ending', ['state', 'closesAt', 'id'], { where: `state IN ('open', 'closed')` })
@Index('uq_consultation_rounds_running', ['scopeId'], { unique: true, where: `state IN ('open', 'closed')` })
export class ConsultationRound {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consultation_rounds' })
  id!: string;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_consultation_rounds_estate' })
  estateId!: string;

  @Column('text', { name: 'scope_kind' })
  scopeKind!: ScopeKind;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('text')
  state!: RoundState;

  @Column('text', { name: 'ruleset_id' })
  rulesetId!: string;

  @Column('integer', { name: 'ruleset_version' })
  rulesetVersion!: number;

  /** The ruleset as it stood at opening, whole: a later version of it changes nothing here. */
  @Column('jsonb', { nullable: true })
  ruleset!: object | null;

  @Column('text', { name: 'ruleset_hash', nullable: true })
  rulesetHash!: string | null;

  @Column('text', { name: 'electorate_hash', nullable: true })
  electorateHash!: string | null;

  /** What was announced. Null until then. */
  @Column('jsonb', { nullable: true })
  decision!: object | null;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt!: Date;

  @Column('uuid', { name: 'created_by' })
  @ForeignKey('Account', { name: 'fk_consultation_rounds_created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { name: 'announced_at', nullable: true })
  announcedAt!: Date | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt!: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: string | null;
}
