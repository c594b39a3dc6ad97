import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity';

/** What a passkey is to sign: random, good once, for five minutes. Taken out of the table by whoever answers it. */
@Entity('passkey_challenges')
@Index('ix_passkey_challenges_expires_at', ['expiresAt'])
export class PasskeyChallenge {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_passkey_challenges' })
  id!: string;

  /** Whose new passkey it is for; null for a sign-in, when nobody is known yet. */
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => Account, { name: 'fk_passkey_challenges_account' })
  accountId!: string | null;

  @Column({ type: 'text' })
  challenge!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
