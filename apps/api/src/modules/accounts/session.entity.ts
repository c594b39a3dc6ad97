import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Client, HelperRelation } from '../../platform/access';
import { Account } from './account.entity';
import type { Assurance, SessionEnd } from './session-standing';

/** A sign-in that is still good, or was. Only the digest of its token is kept. */
@Entity('sessions')
@Unique('uq_sessions_token_hash', ['tokenHash'])
@Index('ix_sessions_account', ['accountId'])
@Check('ck_sessions_client', `client IN ('h5', 'weapp', 'office')`)
@Check('ck_sessions_assurance', `assurance IN ('full', 'password_only')`)
@Check(
  'ck_sessions_revoked_reason',
  `revoked_reason IN ('signed_out', 'replaced', 'by_owner', 'password_changed', 'factor_changed', 'role_changed', 'tries_used', 'by_office', 'erased')`,
)
@Check('ck_sessions_device_pin_tries', `device_pin_tries BETWEEN 0 AND 5`)
@Check('ck_sessions_helper', `(helper_name IS NULL) = (helper_relation IS NULL)`)
@Check(
  'ck_sessions_helper_relation',
  `helper_relation IN ('child', 'spouse', 'grandchild', 'other_relative', 'neighbour', 'carer')`,
)
export class Session {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_sessions' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => Account, { name: 'fk_sessions_account' })
  accountId!: string;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'text' })
  client!: Client;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'text', name: 'revoked_reason', nullable: true })
  revokedReason!: SessionEnd | null;

  /** What the owner reads in the list of devices; null when the browser did not say. */
  @Column({ type: 'text', name: 'device_name', nullable: true })
  deviceName!: string | null;

  /** `password_only` until the second step of a staff sign-in. */
  @Column({ type: 'text', default: 'full' })
  assurance!: Assurance;

  /** When the second step was last passed: factors may be changed only soon after. */
  @Column({ type: 'timestamptz', name: 'factor_at', nullable: true })
  factorAt!: Date | null;

  /** argon2id of the six digits that unlock a volunteer's device. */
  @Column({ type: 'text', name: 'device_pin_hash', nullable: true })
  devicePinHash!: string | null;

  @Column({ type: 'smallint', name: 'device_pin_tries', default: 0 })
  devicePinTries!: number;

  @Column({ type: 'timestamptz', name: 'locked_at', nullable: true })
  lockedAt!: Date | null;

  /** Who holds the device for the person signed in (家人代操作). */
  @Column({ type: 'text', name: 'helper_name', nullable: true })
  helperName!: string | null;

  @Column({ type: 'text', name: 'helper_relation', nullable: true })
  helperRelation!: HelperRelation | null;
}
