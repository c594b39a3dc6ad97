export { MOST_PHOTO_BYTES, PaperPhotos, PHOTO_BODY_BYTES, type ReadPhoto } from './paper-photos';
export { PapersModule } from './papers.module';
