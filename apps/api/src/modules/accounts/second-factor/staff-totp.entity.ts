import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity';

/** The secret an authenticator app shares with us: at most one in use and one being set up, per account. */
@Entity('staff_totp')
@Index('uq_staff_totp_confirmed', ['accountId'], { unique: true, where: 'confirmed_at IS NOT NULL' })
@Index('uq_staff_totp_pending', ['accountId'], { unique: true, where: 'confirmed_at IS NULL' })
export class StaffTotp {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_staff_totp' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => Account, { name: 'fk_staff_totp_account' })
  accountId!: string;

  /** Base32 text, sealed as `staff_totp.secret`. */
  @Column({ type: 'bytea', name: 'secret_sealed' })
  secretSealed!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** When a first code proved that the app holds the secret; until then it opens nothing. */
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** The newest half-minute whose code was taken: that one and all before are spent. */
  @Column({ type: 'bigint', name: 'last_step', nullable: true })
  lastStep!: number | null;
}
