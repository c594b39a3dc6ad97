import { leastEvidenceOf, type EvidenceItem, type Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Signatures, type ReadSignature } from '../agreements';
import { PaperPhotos, type ReadPhoto } from '../papers';
import { refusals } from './ballots.refusals';
import { evidenceWords } from './copy/evidence-words';
import type { CastBallotInput } from './dto/cast-ballot.dto';

/** The field of a ballot in which a piece of evidence is sent. */
const FIELD_OF: Record<EvidenceItem, keyof typeof evidenceWords> = {
  signature: 'signature',
  signer_name: 'signerName',
  signer_relation: 'signerRelation',
  identity_check: 'identityCheck',
  paper_photo: 'paperPhotoBase64',
};

/** Evidence that was understood, before it is stored. */
export interface ReadEvidence {
  signature: ReadSignature | null;
  photo: ReadPhoto | null;
}

/** A withdrawal brings none. */
export const NO_EVIDENCE: ReadEvidence = { signature: null, photo: null };

/** The evidence of a ballot: signature, paper photo, and who was recognised how. */
@Injectable()
export class Evidence {
  constructor(
    private readonly signatures: Signatures,
    private readonly photos: PaperPhotos,
  ) {}

  /** @throws evidence_missing (400) naming each field without which the round's rule takes no ballot of this channel */
  assertEnough(ruleset: Ruleset, input: CastBallotInput): void {
    const fields = leastEvidenceOf(ruleset, input.channel).map((item) => FIELD_OF[item]);
    const missing = fields.filter((field) => input[field] === undefined);
    if (missing.length > 0) {
      throw refusals.evidence_missing({
        errors: missing.map((path) => ({ path, message: evidenceWords[path] })),
      });
    }
  }

  /**
   * Checks that the images are images. Stores nothing.
   * @throws signature_…, photo_unreadable (400), signature_too_large (413)
   */
  async read(actor: Actor, { signature, paperPhotoBase64 }: CastBallotInput): Promise<ReadEvidence> {
    return {
      signature: signature ? await this.signatures.read(actor, signature) : null,
      photo: paperPhotoBase64 === undefined ? null : await this.photos.read(actor, paperPhotoBase64),
    };
  }

  /** What was sent again for a ballot that is there, under the hashes it was kept with. */
  async asKept(
    tx: EntityManager,
    ballot: { signatureId: string | null; paperPhotoId: string | null },
    { signature, photo }: ReadEvidence,
  ): Promise<ReadEvidence> {
    return {
      signature: signature && (await this.signatures.asKept(tx, ballot.signatureId, signature)),
      photo: photo && (await this.photos.asKept(tx, ballot.paperPhotoId, photo)),
    };
  }

  /** Stores it in the ballot's transaction; returns the ids the ballot points to. */
  async keep(tx: EntityManager, actor: Actor, { signature, photo }: ReadEvidence) {
    const signatureId = signature ? await this.signatures.keep(tx, actor, signature) : null;
    return { signatureId, paperPhotoId: photo ? await this.photos.keep(tx, actor, photo) : null };
  }
}
