import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../platform/access';

/** Someone who signs in. Staff by username and password, neighbours by phone; a slip alone makes one without either. */
@Entity('accounts')
@Unique('uq_accounts_phone', ['phoneIndex'])
@Unique('uq_accounts_username', ['username'])
@Check(
  'ck_accounts_role',
  `role IN ('resident', 'volunteer', 'committee', 'officer', 'street', 'auditor', 'contractor', 'operator')`,
)
@Check('ck_accounts_phone', `(phone_sealed IS NULL) = (phone_index IS NULL)`)
@Index('ix_accounts_role', ['role', 'createdAt', 'id'])
export class Account {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_accounts' })
  id!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text', name: 'display_name' })
  displayName!: string;

  /** Sealed as `accounts.phone`; the vault opens it. */
  @Column({ type: 'bytea', name: 'phone_sealed', nullable: true })
  phoneSealed!: Buffer | null;

  @Column({ type: 'bytea', name: 'phone_index', nullable: true })
  phoneIndex!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  username!: string | null;

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  /** The password was made for them and told to them: it opens nothing but the page that changes it, and not for long. */
  @Column({ type: 'boolean', name: 'must_change_password', default: false })
  mustChangePassword!: boolean;

  @Column({ type: 'timestamptz', name: 'password_changed_at', nullable: true })
  passwordChangedAt!: Date | null;

  /** Wrong codes of the second step since the last right one; the fifth locks it for a while. */
  @Column({ type: 'smallint', name: 'factor_tries', default: 0 })
  factorTries!: number;

  @Column({ type: 'timestamptz', name: 'factor_locked_until', nullable: true })
  factorLockedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
