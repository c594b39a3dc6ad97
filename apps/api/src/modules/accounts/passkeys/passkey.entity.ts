import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account.entity';

/** A public key whose private half never leaves someone's device (WebAuthn). */
@Entity('passkeys')
@Unique('uq_passkeys_credential_id', ['credentialId'])
@Index('ix_passkeys_account', ['accountId'])
export class Passkey {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_passkeys' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => Account, { name: 'fk_passkeys_account' })
  accountId!: string;

  /** As the authenticator names it, base64url. */
  @Column({ type: 'text', name: 'credential_id' })
  credentialId!: string;

  /** COSE. */
  @Column({ type: 'bytea', name: 'public_key' })
  publicKey!: Buffer;

  /** How often the authenticator says it was used; a copy of the key would fall behind. 0 when it does not count. */
  @Column({ type: 'bigint' })
  counter!: number;

  @Column({ type: 'text', array: true, default: [] })
  transports!: string[];

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
