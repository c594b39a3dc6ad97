import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ChainEventKind } from './chain.types';
import type { BallotSalts } from './seal-ballot';

/** One link of a round's record chain (记录链). Only ever added. */
@Entity('chain_events')
@Check('ck_chain_events_seq', 'seq > 0')
@Check(
  'ck_chain_events_kind',
  `kind IN ('open', 'ballot', 'supersede', 'withdraw', 'approve', 'return', 'reject', 'case', 'settle', 'close', 'announce', 'void')`,
)
export class ChainEvent {
  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'pk_chain_events' })
  @ForeignKey('ConsultationRound', { name: 'fk_chain_events_round' })
  roundId!: string;

  /** 1…n without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_chain_events' })
  seq!: number;

  @Column('text')
  kind!: ChainEventKind;

  /** Public from the first day: nothing here tells a door's answer, or which door has answered. */
  @Column('jsonb')
  payload!: Record<string, unknown>;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'previous_hash' })
  previousHash!: string;

  @Column('text')
  hash!: string;

  /** What opens the seals of a ballot's event. Not hashed, and shown to nobody before the round is announced. */
  @Column('jsonb', { nullable: true })
  salts!: BallotSalts | null;
}
