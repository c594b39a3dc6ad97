import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CostTable } from './round.types';

/** What the round asks (表决事项). The hashes are set at opening; from then on the texts are never changed. */
@Entity('motions')
export class Motion {
  @PrimaryColumn('uuid', { name: 'round_id', primaryKeyConstraintName: 'pk_motions' })
  @ForeignKey('ConsultationRound', { name: 'fk_motions_round' })
  roundId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  statement!: string;

  @Column('text', { name: 'scheme_text' })
  schemeText!: string;

  @Column('jsonb', { name: 'cost_table' })
  costTable!: CostTable;

  @Column('text', { name: 'agreement_text' })
  agreementText!: string;

  @Column('text', { name: 'scheme_hash', nullable: true })
  schemeHash!: string | null;

  @Column('text', { name: 'cost_table_hash', nullable: true })
  costTableHash!: string | null;

  @Column('text', { name: 'agreement_hash', nullable: true })
  agreementHash!: string | null;
}
