import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A signature: drawn with a finger (PNG) or, where a finger cannot, a typed name. Only ever added. */
@Entity('signatures')
@Check(
  'ck_signatures_kind',
  `(kind = 'drawn' AND png IS NOT NULL AND typed_name IS NULL) OR (kind = 'typed' AND typed_name IS NOT NULL AND png IS NULL)`,
)
export class Signature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_signatures' })
  id!: string;

  @Column('text')
  kind!: 'drawn' | 'typed';

  @Column('bytea', { nullable: true })
  png!: Buffer | null;

  @Column('text', { name: 'typed_name', nullable: true })
  typedName!: string | null;

  @Column('text')
  sha256!: string;

  /** Of what came, before it was drawn anew; null when it was kept as it came. */
  @Column('text', { name: 'uploaded_sha256', nullable: true })
  uploadedSha256!: string | null;

  @Column('uuid', { name: 'created_by' })
  @ForeignKey('Account', { name: 'fk_signatures_created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
