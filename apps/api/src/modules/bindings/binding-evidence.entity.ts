import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DocumentKind } from './binding.types';

/** What somebody showed for the relation they claim. Handed in anew with each submission; the latest is looked at. */
@Entity('binding_evidence')
@Check(
  'ck_binding_evidence_document_kind',
  `document_kind IN ('title_certificate', 'identity_card', 'guardianship', 'inheritance', 'lease', 'other')`,
)
@Index('ix_binding_evidence_binding', ['bindingId', 'submittedAt'])
@Index('ix_binding_evidence_photo', ['photoId'])
export class BindingEvidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_binding_evidence' })
  id!: string;

  @Column('uuid', { name: 'binding_id' })
  @ForeignKey('Binding', { name: 'fk_binding_evidence_binding' })
  bindingId!: string;

  @Column('text', { name: 'document_kind' })
  documentKind!: DocumentKind;

  @Column('bytea', { name: 'document_number_sealed', nullable: true })
  documentNumberSealed!: Buffer | null;

  @Column('uuid', { name: 'photo_id', nullable: true })
  @ForeignKey('PaperPhoto', { name: 'fk_binding_evidence_photo' })
  photoId!: string | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;
}
