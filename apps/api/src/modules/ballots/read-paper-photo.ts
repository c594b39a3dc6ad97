import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PaperPhotos } from '../papers';
import type { Reach } from '../roll';
import { BallotsAccess } from './ballots.access';

/** The photo of a paper as the office looks at it. */
@Injectable()
export class ReadPaperPhoto {
  constructor(
    private readonly access: BallotsAccess,
    private readonly photos: PaperPhotos,
  ) {}

  /** @throws not_found (404) for an unknown photo and for one out of reach */
  async execute(tx: EntityManager, actor: Reach, id: string): ReturnType<PaperPhotos['photo']> {
    await this.access.assertMaySeePhoto(tx, actor, id);
    return this.photos.photo(tx, id);
  }
}
