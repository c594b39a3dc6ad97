import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export type KeyPurpose = 'data' | 'index';

/** A key of the sealed columns, wrapped by the key in DATA_KEY: without that one it opens nothing. */
@Entity('data_keys')
@Check('ck_data_keys_purpose', `purpose IN ('data', 'index')`)
export class DataKey {
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'pk_data_keys' })
  id!: number;

  @Column({ type: 'text' })
  purpose!: KeyPurpose;

  @Column({ type: 'bytea' })
  wrapped!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Since when nothing is sealed with it any more. */
  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
