import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A six-digit code sent to a phone: kept as a digest, good once, for a few minutes and a few tries. */
@Entity('phone_codes')
@Index('ix_phone_codes_phone', ['phoneIndex', 'createdAt'])
@Check('ck_phone_codes_tries', `tries BETWEEN 0 AND 5`)
export class PhoneCode {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_phone_codes' })
  id!: string;

  /** The vault's index of the number: enough to find the code again, and nobody needs the number itself afterwards. */
  @Column({ type: 'bytea', name: 'phone_index' })
  phoneIndex!: Buffer;

  @Column({ type: 'text', name: 'code_hash' })
  codeHash!: string;

  @Column({ type: 'smallint', default: 0 })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
