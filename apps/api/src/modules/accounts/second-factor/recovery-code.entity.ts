import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity';

/** One of the ten codes on the sheet an officer keeps in a drawer; good once, instead of the authenticator app. */
@Entity('recovery_codes')
@Check('ck_recovery_codes_position', `position BETWEEN 0 AND 9`)
export class RecoveryCode {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'pk_recovery_codes' })
  @ForeignKey(() => Account, { name: 'fk_recovery_codes_account' })
  accountId!: string;

  /** The digit a code begins with, so that only one hash has to be tried. */
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'pk_recovery_codes' })
  position!: number;

  /** argon2id. */
  @Column({ type: 'text', name: 'code_hash' })
  codeHash!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
