import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Wrong passwords for a username since the last right one, whether there is such an account or not. */
@Entity('password_tries')
@Check('ck_password_tries_tries', `tries BETWEEN 0 AND 5`)
@Index('ix_password_tries_last_try_at', ['lastTryAt'])
export class PasswordTry {
  /** Keyed digest: people type their passwords into the wrong field. */
  @PrimaryColumn({ type: 'text', name: 'name_digest', primaryKeyConstraintName: 'pk_password_tries' })
  nameDigest!: string;

  @Column({ type: 'smallint' })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'last_try_at' })
  lastTryAt!: Date;
}
