import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access';
import { isKnown } from '../../platform/http';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { BundleDto } from './dto/bundle.dto';
import { ReadBundle } from './read-bundle';

/** Moves when the bundle's form does. */
const SHAPE = 'b1';

@ApiTags('bundles')
@Controller('public')
export class BundlesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly bundle: ReadBundle,
  ) {}

  /**
   * The public bundle of a round, for `jiati-verify`. An older bundle's chain is the beginning of a newer one's. Carries
   * an ETag; 304 when nothing changed, without putting it together. 404 for a draft.
   */
  @Access('public')
  @Returns(200, BundleDto)
  @ApiHeader({ name: 'If-None-Match', required: false })
  @Get('rounds/:id/bundle')
  async readBundle(
    @Param('id', IdParam) id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BundleDto | undefined> {
    // Before the bundle itself: should it change in between, the next request brings the next version.
    const version = await this.transactions.read((tx) => this.bundle.version(tx, id));
    if (version !== null) {
      const etag = `"${SHAPE}-${version}"`;
      void reply.header('etag', etag).header('cache-control', 'no-cache');
      if (isKnown(known, etag)) {
        void reply.status(304);
        return undefined;
      }
    }
    return this.transactions.snapshot((tx) => this.bundle.execute(tx, id));
  }
}
