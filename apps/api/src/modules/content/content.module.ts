import { Module } from '@nestjs/common';
import { ContentController } from './content.controller';

/** What everyone may read: 八问八答 and the open letter. Static, from `copy/`. */
@Module({ controllers: [ContentController] })
export class ContentModule {}
