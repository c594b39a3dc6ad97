import { Module } from '@nestjs/common';
import { PaperPhotos } from './paper-photos';

/** Photographed papers, below every module that takes one as evidence. */
@Module({ providers: [PaperPhotos], exports: [PaperPhotos] })
export class PapersModule {}
