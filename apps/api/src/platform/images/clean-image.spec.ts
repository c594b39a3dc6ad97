import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { cleanDrawing, cleanPhoto } from '.';
import { Turnstile } from './turnstile';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } }).composite([
    { input: { create: { width: 4, height: 4, channels: 3, background: '#fff' } }, left: 0, top: 0 },
  ]);

/** One PNG chunk; the checksum is right, as whoever builds a bomb would see to. */
function chunk(type: string, content: Buffer): Buffer {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { crc32 } = require('node:zlib') as { crc32: (bytes: Buffer) => number };
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Some kilobytes that unpack to width × height grey pixels. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * Math.min(height, 2_000)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a photo that is kept', () => {
  it('stands upright and says nothing of where, when and with what it was taken', async () => {
    const taken = await picture(60, 40)
      .withExif({
        IFD0: { Make: 'Trial', Model: 'Camera-77', DateTime: '2026:11:25 08:00:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 12/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '121/1 26/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Camera-77')).toBe(true);
    const kept = (await cleanPhoto(taken))!;
    const { width, height, exif, icc, xmp, iptc, orientation, format } = await sharp(kept).metadata();
    expect({ width, height, exif, icc, xmp, iptc, orientation, format }).toEqual({
      width: 40,
      height: 60,
      format: 'jpeg',
    });
    expect(kept.includes('Camera-77') || kept.includes('Exif')).toBe(false);
  });

  it('has at most 2,400 pixels a side, and a small one stays small', async () => {
    const large = (await cleanPhoto(await picture(5_000, 2_500).jpeg().toBuffer()))!;
    const small = (await cleanPhoto(await picture(30, 20).png().toBuffer()))!;
    expect(await sharp(large).metadata()).toMatchObject({ width: 2_400, height: 1_200, format: 'jpeg' });
    expect(await sharp(small).metadata()).toMatchObject({ width: 30, height: 20, format: 'jpeg' });
  });

  it('carries nothing that was hung on behind the picture', async () => {
    const taken = Buffer.concat([
      await picture(20, 20).jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>PK\x03\x04'),
    ]);
    const kept = (await cleanPhoto(taken))!;
    expect(kept.includes('script') || kept.includes('PK\x03\x04')).toBe(false);
  });

  it.each([
    ['words', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['a first line only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('is never %s', async (_, bytes) => {
    expect(await cleanPhoto(bytes)).toBeNull();
  });

  it.each(['webp', 'gif', 'tiff', 'avif'] as const)('is never %s, whatever its name says', async (format) => {
    expect(await cleanPhoto(await picture(20, 20).toFormat(format).toBuffer())).toBeNull();
  });

  it('is whole', async () => {
    const taken = await picture(400, 400).jpeg().toBuffer();
    expect(await cleanPhoto(taken.subarray(0, taken.length / 2))).toBeNull();
  });

  it.each([
    [30_000, 30_000],
    [5_000, 5_000],
    [65_000, 2_000],
  ])('is no bomb of %i × %i pixels', async (width, height) => {
    expect(await cleanPhoto(bomb(width, height))).toBeNull();
  });
});

describe('a drawing that is kept', () => {
  it('has the same pixels in a file of our own writing', async () => {
    const drawn = await picture(50, 30)
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .png()
      .toBuffer();
    const kept = (await cleanDrawing(drawn))!;
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(drawn).raw().toBuffer());
    expect(kept.includes('Somebody')).toBe(false);
    expect(await cleanDrawing(drawn)).toEqual(kept);
  });

  it('is a PNG and nothing else', async () => {
    expect(await cleanDrawing(await picture(50, 30).jpeg().toBuffer())).toBeNull();
  });
});

it('two are drawn at once, and the rest wait their turn', async () => {
  const turnstile = new Turnstile(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      turnstile.pass(async () => {
        most = Math.max(most, (inside += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        order.push(number);
      }),
    ),
  );
  expect({ most, order }).toEqual({ most: 2, order: [1, 2, 3, 4, 5] });
});
