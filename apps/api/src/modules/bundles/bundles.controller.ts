import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { BundleDto } from './dto/bundle.dto';
import { ReadBundle } from './read-bundle';

@ApiTags('bundles')
@Controller('public')
export class BundlesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly bundle: ReadBundle,
  ) {}

  /**
   * The public bundle of a round, for `jiati-verify`. An older bundle's chain is the beginning of a newer one's. 404 for
   * a draft.
   */
  @Access('public')
  @Returns(200, BundleDto)
  @Get('rounds/:id/bundle')
  readBundle(@Param('id', IdParam) id: string): Promise<BundleDto> {
    return this.transactions.snapshot((tx) => this.bundle.execute(tx, id));
  }
}
