import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { documentMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { PaperPhotos, type ReadPhoto } from '../papers';
import { BindingEvidence } from './binding-evidence.entity';
import type { DocumentKind } from './binding.types';
import type { EvidenceInput } from './dto/binding.dto';

/** Evidence that was understood, before it is stored. */
export interface ReadEvidence {
  documentKind: DocumentKind;
  documentNumber: string | null;
  photo: ReadPhoto | null;
}

/** Evidence as the office sees it. */
export interface ShownEvidence {
  documentKind: DocumentKind;
  documentNumberMasked: string | null;
  photoId: string | null;
}

/** A row of evidence as queries bring it. */
export type EvidenceRow = Pick<BindingEvidence, 'id' | 'documentKind' | 'documentNumberSealed' | 'photoId'>;

/** What people show for the relation they claim: which paper, its number (sealed) and its photo. */
@Injectable()
export class Evidences {
  constructor(
    private readonly photos: PaperPhotos,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Checks that the photo is one. Stores nothing. @throws photo_unreadable (400) */
  async read(actor: Actor, input: EvidenceInput): Promise<ReadEvidence> {
    const { documentKind, documentNumber = null, photoBase64 } = input;
    const photo = photoBase64 === undefined ? null : await this.photos.read(actor, photoBase64);
    return { documentKind, documentNumber, photo };
  }

  /** Stores it beside the binding, in its transaction. */
  async keep(tx: EntityManager, actor: Actor, bindingId: string, evidence: ReadEvidence): Promise<void> {
    const id = randomUUID();
    const { documentKind, documentNumber, photo } = evidence;
    await tx.insert(BindingEvidence, {
      id,
      bindingId,
      documentKind,
      documentNumberSealed:
        documentNumber === null ? null : this.vault.seal('binding_evidence.document_number', id, documentNumber),
      photoId: photo === null ? null : await this.photos.keep(tx, actor, photo),
      submittedAt: this.clock.now(),
    });
  }

  /** What was handed in last for a binding; null when nothing was. */
  async latestOf(tx: EntityManager, bindingId: string): Promise<ShownEvidence | null> {
    const evidence = await tx.findOne(BindingEvidence, { where: { bindingId }, order: { submittedAt: 'DESC' } });
    return evidence && this.show(evidence);
  }

  /** The number masked, so that it can be compared with the photo and read nowhere. */
  show({ id, documentKind, documentNumberSealed, photoId }: EvidenceRow): ShownEvidence {
    const number =
      documentNumberSealed && this.vault.open('binding_evidence.document_number', id, documentNumberSealed);
    return { documentKind, documentNumberMasked: number === null ? null : documentMasked(number), photoId };
  }
}
