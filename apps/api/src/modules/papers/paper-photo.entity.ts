import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The photo of a paper: a paper ballot, a proxy's letter, or what shows a relation. Only ever added. */
@Entity('paper_photos')
@Check('ck_paper_photos_media_type', `media_type IN ('image/jpeg', 'image/png')`)
export class PaperPhoto {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_photos' })
  id!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: 'image/jpeg' | 'image/png';

  @Column('bytea')
  bytes!: Buffer;

  @Column('text')
  sha256!: string;

  /** Of what came, before it was drawn anew; null when it was kept as it came. */
  @Column('text', { name: 'uploaded_sha256', nullable: true })
  uploadedSha256!: string | null;

  @Column('uuid', { name: 'created_by' })
  @ForeignKey('Account', { name: 'fk_paper_photos_created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
