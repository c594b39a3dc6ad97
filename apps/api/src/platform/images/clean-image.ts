import sharp, { type Sharp } from 'sharp';
import { readImageHeader, type ImageHeader } from './image-header';
import { Turnstile } from './turnstile';

/** A telephone's camera at its finest; beyond it stands a picture made to exhaust whoever opens it. */
const MOST_JPEG_PIXELS = 50_000_000;
/** Not packed in blocks like a JPEG, so all of it may have to be held at once. */
const MOST_PNG_PIXELS = 16_000_000;
/** Enough to read a form's small print. */
const LONGEST_PHOTO_SIDE = 2_400;
const JPEG_QUALITY = 82;
const MOST_SECONDS = 10;
/** A large one takes about 150 MB while it is read. */
const AT_ONCE = 2;

// Nothing but JPEG and PNG is ever read, whatever the library could: SVG, PDF and the rest hold programs and addresses.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

const turnstile = new Turnstile(AT_ONCE);

/**
 * A photo as it may be kept: a JPEG of at most 2,400 pixels a side, upright, and nothing beside the pixels: no place
 * and time of taking, no camera, no thumbnail of what was cut away.
 * @returns null when the bytes are no whole JPEG or PNG, or of more pixels than a camera takes
 */
export async function cleanPhoto(bytes: Buffer): Promise<Buffer | null> {
  return clean(bytes, ['image/jpeg', 'image/png'], (image) =>
    image
      .rotate() // by what EXIF says, which goes with the rest of it
      .resize(LONGEST_PHOTO_SIDE, LONGEST_PHOTO_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: JPEG_QUALITY }),
  );
}

/**
 * A drawing as it may be kept: the same pixels in a PNG of our own writing.
 * @returns null when the bytes are no whole PNG, or of too many pixels
 */
export async function cleanDrawing(bytes: Buffer): Promise<Buffer | null> {
  return clean(bytes, ['image/png'], (image) => image.png({ compressionLevel: 9 }));
}

async function clean(
  bytes: Buffer,
  kinds: readonly ImageHeader['mediaType'][],
  redraw: (image: Sharp) => Sharp,
): Promise<Buffer | null> {
  const header = readImageHeader(bytes);
  if (header === null || !kinds.includes(header.mediaType)) return null;
  const limitInputPixels = header.mediaType === 'image/png' ? MOST_PNG_PIXELS : MOST_JPEG_PIXELS;
  return turnstile.pass(async () => {
    try {
      const image = sharp(bytes, { failOn: 'truncated', limitInputPixels, pages: 1 });
      return await redraw(image).timeout({ seconds: MOST_SECONDS }).toBuffer();
    } catch {
      return null; // whatever is wrong with it, its sender sees one sentence
    }
  });
}
