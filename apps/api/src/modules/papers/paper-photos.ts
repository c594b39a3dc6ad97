import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { cleanPhoto } from '../../platform/images';
import { Limits } from '../../platform/limits';
import { PaperPhoto } from './paper-photo.entity';
import { paperRefusals } from './papers.refusals';

/** The largest photo taken: a telephone's camera after the page has scaled it down, with room above. */
export const MOST_PHOTO_BYTES = 5 * 1024 * 1024;

/** A body with one photo as base64, and room above so that the answer can say that it is too large. */
export const PHOTO_BODY_BYTES = 8 * 1024 * 1024;

const DIGESTS = { id: true, sha256: true, uploadedSha256: true } as const;

/** A photo that was understood, before it is stored. */
export interface ReadPhoto {
  mediaType: PaperPhoto['mediaType'];
  bytes: Buffer;
  sha256: string;
  uploadedSha256: string;
}

/** Photographed papers: a paper ballot, a proxy's letter, what shows that somebody belongs to a household. */
@Injectable()
export class PaperPhotos {
  constructor(
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a photo and draws it anew, without what the camera wrote beside it; stores nothing.
   * @throws photo_unreadable (400) when it is no whole JPEG or PNG by its bytes; too_many_requests (429)
   */
  async read({ accountId }: Pick<Actor, 'accountId'>, base64: string): Promise<ReadPhoto> {
    await this.limits.spend('uploadAccount', accountId);
    const uploaded = Buffer.from(base64, 'base64');
    const bytes = await cleanPhoto(uploaded);
    if (!bytes) throw paperRefusals.photo_unreadable();
    return { mediaType: 'image/jpeg', bytes, sha256: sha256(bytes), uploadedSha256: sha256(uploaded) };
  }

  /** Stores a photo that was read, in the transaction of what it shows; returns its id. */
  async keep(tx: EntityManager, actor: Pick<Actor, 'accountId'>, photo: ReadPhoto): Promise<string> {
    const id = randomUUID();
    await tx.insert(PaperPhoto, { id, ...photo, createdBy: actor.accountId, createdAt: this.clock.now() });
    return id;
  }

  /** A photo sent again, under the hash it was kept with; see `Signatures.asKept`. */
  async asKept(tx: EntityManager, id: string | null, sent: ReadPhoto): Promise<ReadPhoto> {
    const kept = id === null ? null : await tx.findOne(PaperPhoto, { where: { id }, select: DIGESTS });
    const isSame = kept !== null && (kept.uploadedSha256 ?? kept.sha256) === sent.uploadedSha256;
    return isSame ? { ...sent, sha256: kept.sha256 } : sent;
  }

  /**
   * The photo itself. Who may look at it is the caller's rule.
   * @throws not_found (404)
   */
  async photo(tx: EntityManager, id: string): Promise<Pick<PaperPhoto, 'mediaType' | 'bytes'>> {
    const photo = await tx.findOneBy(PaperPhoto, { id });
    if (!photo) throw common.not_found();
    return photo;
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
