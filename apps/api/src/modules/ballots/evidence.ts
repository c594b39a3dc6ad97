import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Signatures, type ReadSignature } from '../agreements';
import { PaperPhotos, type ReadPhoto } from '../papers';
import type { BallotChannel } from './ballot.types';
import { refusals } from './ballots.refusals';
import { evidenceWords } from './copy/evidence-words';
import type { CastBallotInput } from './dto/cast-ballot.dto';

/** The least a ballot of each channel must bring along. */
const LEAST_EVIDENCE: Record<BallotChannel, readonly (keyof typeof evidenceWords)[]> = {
  self_service: [],
  home_visit: ['signature', 'signerName', 'signerRelation', 'identityCheck'],
  paper: ['paperPhotoBase64', 'signerName', 'identityCheck'],
  proxy: [],
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

  /**
   * Checks that the channel's least evidence is there and that the images are images. Stores nothing.
   * @throws evidence_missing (400) naming each field; signature_…, photo_unreadable (400), signature_too_large (413)
   */
  async read(actor: Actor, input: CastBallotInput): Promise<ReadEvidence> {
    const missing = LEAST_EVIDENCE[input.channel].filter((field) => input[field] === undefined);
    if (missing.length > 0) {
      throw refusals.evidence_missing({
        errors: missing.map((path) => ({ path, message: evidenceWords[path] })),
      });
    }
    return {
      signature: input.signature ? await this.signatures.read(actor, input.signature) : null,
      photo: input.paperPhotoBase64 === undefined ? null : await this.photos.read(actor, input.paperPhotoBase64),
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
