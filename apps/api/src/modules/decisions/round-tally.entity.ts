import type { HeldBallots, Tally } from '@jiati/rules';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The part of a tally that single ballots of single doors do not move: only a recount writes it. */
export interface SpecialTally {
  boundSilent: Tally['boundSilent'];
  unknownArea: string[];
  held: HeldBallots[];
}

/**
 * The projection of a round's ballots, one row per round. It is also the lock that casting and closing share
 * (`FOR NO KEY UPDATE` on this row), and it holds all that must be read after that lock: until when ballots are taken
 * and the head of the record chain.
 */
@Entity('round_tallies')
@Check('ck_round_tallies_chain', `(chain_count = 0) = (chain_head IS NULL)`)
export class RoundTally {
  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'pk_round_tallies' })
  @ForeignKey('ConsultationRound', { name: 'fk_round_tallies_round' })
  roundId!: string;

  /** Moves with every change of the row, and of anything else that a public page with this round tells. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Until when the round takes ballots; null once it is closed. */
  @Column('timestamptz', { name: 'open_until', nullable: true })
  openUntil!: Date | null;

  @Column('integer', { name: 'counted_households', default: 0 })
  countedHouseholds!: number;

  @Column('integer', { name: 'electorate_heads', default: 0 })
  electorateHeads!: number;

  @Column('integer', { name: 'electorate_area_dm2', default: 0 })
  electorateAreaDm2!: number;

  @Column('integer', { name: 'for_heads', default: 0 })
  forHeads!: number;

  @Column('integer', { name: 'for_area_dm2', default: 0 })
  forAreaDm2!: number;

  @Column('integer', { name: 'against_heads', default: 0 })
  againstHeads!: number;

  @Column('integer', { name: 'against_area_dm2', default: 0 })
  againstAreaDm2!: number;

  @Column('integer', { name: 'abstain_heads', default: 0 })
  abstainHeads!: number;

  @Column('integer', { name: 'abstain_area_dm2', default: 0 })
  abstainAreaDm2!: number;

  @Column('integer', { name: 'silent_heads', default: 0 })
  silentHeads!: number;

  @Column('integer', { name: 'silent_area_dm2', default: 0 })
  silentAreaDm2!: number;

  @Column('jsonb')
  special!: SpecialTally;

  @Column('integer', { name: 'chain_count', default: 0 })
  chainCount!: number;

  @Column('text', { name: 'chain_head', nullable: true })
  chainHead!: string | null;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt!: Date;
}
