import type { Surroundings } from './surroundings';
import { settle } from './wx-storage';

/** A photograph: 40 × 30 grey pixels, as JPEG. */
const photoBase64 =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO' +
  'UlNSMj5aYVpQYEpRUk//wAALCAAeACgBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oA' +
  'CAEBAAA/AIAAAAAAP//Z';

type Options = Record<string, unknown> & { success?: (result: unknown) => void };

/** The part of `wx` that takes pictures, makes them smaller and reads files. */
export function cameraApis(around: Pick<Surroundings, 'photoAtHand' | 'compressedTo'>) {
  return {
    chooseMedia: (options: Options) =>
      settle(options, () => {
        if (!around.photoAtHand) throw new Error('chooseMedia:fail cancel');
        return { type: 'image', tempFiles: [{ tempFilePath: 'wxfile://photo.png', size: 2_400_000 }] };
      }),
    getImageInfo: (options: Options) =>
      settle(options, () => ({ width: 4000, height: 3000, path: 'wxfile://photo.png', type: 'png' })),
    compressImage: (options: Options) =>
      settle(options, () => {
        around.compressedTo.push(`${String(options.compressedWidth)}×${String(options.compressedHeight)}`);
        return { tempFilePath: 'wxfile://small.jpg' };
      }),
    getFileSystemManager: () => ({
      readFileSync: (_path: string, encoding: string) => (encoding === 'base64' ? photoBase64 : ''),
    }),
  };
}
