import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { readImageHeader, Signatures, type ReadSignature } from '../agreements';
import type { BallotChannel } from './ballot.types';
import { refusals } from './ballots.refusals';
import { evidenceWords } from './copy/evidence-words';
import type { CastBallotInput } from './dto/cast-ballot.dto';
import { PaperPhoto } from './paper-photo.entity';

/** The least a ballot of each channel must bring along. */
const LEAST_EVIDENCE: Record<BallotChannel, readonly (keyof typeof evidenceWords)[]> = {
  self_service: [],
  home_visit: ['signature', 'signerName', 'signerRelation', 'identityCheck'],
  paper: ['paperPhotoBase64', 'signerName', 'identityCheck'],
};

interface ReadPhoto {
  mediaType: PaperPhoto['mediaType'];
  bytes: Buffer;
  sha256: string;
}

/** Evidence that was understood, before it is stored. */
export interface ReadEvidence {
  signature: ReadSignature | null;
  photo: ReadPhoto | null;
}

/** The evidence of a ballot: signature, paper photo, and who was recognised how. */
@Injectable()
export class Evidence {
  constructor(
    private readonly signatures: Signatures,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks that the channel's least evidence is there and that the images are images. Stores nothing.
   * @throws evidence_missing (400) naming each field; signature_…, photo_unreadable (400), signature_too_large (413)
   */
  read(input: CastBallotInput): ReadEvidence {
    const missing = LEAST_EVIDENCE[input.channel].filter((field) => input[field] === undefined);
    if (missing.length > 0) {
      throw refusals.evidence_missing({
        errors: missing.map((path) => ({ path, message: evidenceWords[path] })),
      });
    }
    return {
      signature: input.signature ? this.signatures.read(input.signature) : null,
      photo: input.paperPhotoBase64 === undefined ? null : readPhoto(input.paperPhotoBase64),
    };
  }

  /** Stores it in the ballot's transaction; returns the ids the ballot points to. */
  async keep(tx: EntityManager, actor: Actor, { signature, photo }: ReadEvidence) {
    const signatureId = signature ? await this.signatures.keep(tx, actor, signature) : null;
    if (!photo) return { signatureId, paperPhotoId: null };
    const paperPhotoId = randomUUID();
    await tx.insert(PaperPhoto, {
      id: paperPhotoId,
      ...photo,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
    });
    return { signatureId, paperPhotoId };
  }

  /**
   * The photo of a paper ballot.
   * @throws not_found (404)
   */
  async photo(tx: EntityManager, id: string): Promise<Pick<PaperPhoto, 'mediaType' | 'bytes'>> {
    const photo = await tx.findOneBy(PaperPhoto, { id });
    if (!photo) throw common.not_found();
    return photo;
  }
}

function readPhoto(base64: string): ReadPhoto {
  const bytes = Buffer.from(base64, 'base64');
  const header = readImageHeader(bytes);
  if (!header) throw refusals.photo_unreadable();
  return { mediaType: header.mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
