import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { readImageHeader } from './image';
import { PaperPhoto } from './paper-photo.entity';
import { paperRefusals } from './papers.refusals';

/** The largest photo taken: a telephone's camera after the page has scaled it down, with room above. */
export const MOST_PHOTO_BYTES = 5 * 1024 * 1024;

/** A body with one photo as base64, and room above so that the answer can say that it is too large. */
export const PHOTO_BODY_BYTES = 8 * 1024 * 1024;

/** A photo that was understood, before it is stored. */
export interface ReadPhoto {
  mediaType: PaperPhoto['mediaType'];
  bytes: Buffer;
  sha256: string;
}

/** Photographed papers: a paper ballot, a proxy's letter, what shows that somebody belongs to a household. */
@Injectable()
export class PaperPhotos {
  constructor(private readonly clock: Clock) {}

  /**
   * Reads and checks a photo; stores nothing.
   * @throws photo_unreadable (400) when it is neither JPEG nor PNG by its bytes
   */
  read(base64: string): ReadPhoto {
    const bytes = Buffer.from(base64, 'base64');
    const header = readImageHeader(bytes);
    if (!header) throw paperRefusals.photo_unreadable();
    return { mediaType: header.mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Stores a photo that was read, in the transaction of what it shows; returns its id. */
  async keep(tx: EntityManager, actor: Pick<Actor, 'accountId'>, photo: ReadPhoto): Promise<string> {
    const id = randomUUID();
    await tx.insert(PaperPhoto, { id, ...photo, createdBy: actor.accountId, createdAt: this.clock.now() });
    return id;
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
