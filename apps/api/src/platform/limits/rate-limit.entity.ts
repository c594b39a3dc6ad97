import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried within a window. Written by the limiter's library alone; the key is a keyed digest. */
@Entity('rate_limits')
@Index('ix_rate_limits_expire', ['expire'])
export class RateLimit {
  @PrimaryColumn({ type: 'varchar', length: 255, primaryKeyConstraintName: 'pk_rate_limits' })
  key!: string;

  @Column({ type: 'integer', default: 0 })
  points!: number;

  /** The window's end, in milliseconds since 1970; after it the row means nothing and is pruned. */
  @Column({ type: 'bigint', nullable: true })
  expire!: number | null;
}
