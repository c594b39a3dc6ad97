import { Module } from '@nestjs/common';
import { BundlesController } from './bundles.controller';
import { ReadBundle } from './read-bundle';
import { VerifyChains } from './verify-chains';

/** What anyone may take home of a round to check it, and the office's own check against the stored rows. */
@Module({
  controllers: [BundlesController],
  providers: [ReadBundle, VerifyChains],
  exports: [ReadBundle, VerifyChains],
})
export class BundlesModule {}
