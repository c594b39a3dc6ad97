import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One file an officer brought: previewed, then perhaps imported. */
@Entity('roll_imports')
@Check('ck_roll_imports_state', `state IN ('previewed', 'committed')`)
export class RollImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_roll_imports' })
  id!: string;

  /** Null until the estate exists, which is at the latest when the import is committed. */
  @Column('uuid', { name: 'estate_id', nullable: true })
  @ForeignKey('Estate', { name: 'fk_roll_imports_estate' })
  estateId!: string | null;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('text', { name: 'file_sha256' })
  fileSha256!: string;

  @Column('text')
  state!: 'previewed' | 'committed';

  /** The answer as last given, without the rows: JSON, sealed as `roll_imports.preview`, for refused rows hold names. */
  @Column('bytea', { name: 'preview_sealed' })
  previewSealed!: Buffer;

  /** What was read, sealed as `roll_imports.parsed_rows`. Emptied once imported: the roll itself holds it then. */
  @Column('bytea', { name: 'parsed_rows_sealed', nullable: true })
  parsedRowsSealed!: Buffer | null;

  /** Null: imported from the command line. */
  @Column('uuid', { name: 'imported_by', nullable: true })
  @ForeignKey('Account', { name: 'fk_roll_imports_imported_by' })
  importedBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt!: Date | null;
}
