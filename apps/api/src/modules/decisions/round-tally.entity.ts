import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The projection of a round's ballots, one row per round. It is also the lock that casting and closing share:
 * `FOR NO KEY UPDATE` on this row. Written by `recount` alone.
 */
@Entity('round_tallies')
export class RoundTally {
  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'pk_round_tallies' })
  @ForeignKey('ConsultationRound', { name: 'fk_round_tallies_round' })
  roundId!: string;

  @Column('jsonb')
  tally!: object;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt!: Date;
}
