/** What the first bytes of an image say about it. */
export interface ImageHeader {
  mediaType: 'image/png' | 'image/jpeg';
  /** Pixels; null for JPEG, whose size stands further in. */
  width: number | null;
  height: number | null;
}

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_MAGIC = Buffer.from([0xff, 0xd8, 0xff]);
/** A PNG's first chunk is always IHDR, 13 bytes: magic 8, length 4, type 4, width 4, height 4 … */
const IHDR_LENGTH_AT = 8;
const IHDR_TYPE_AT = 12;
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const HEADER_BYTES = 33;

/** Reads an image's kind by its bytes, never by its name; null when it is neither PNG nor JPEG. */
export function readImageHeader(bytes: Buffer): ImageHeader | null {
  if (bytes.subarray(0, JPEG_MAGIC.length).equals(JPEG_MAGIC)) {
    return { mediaType: 'image/jpeg', width: null, height: null };
  }
  const isPng = bytes.length >= HEADER_BYTES && bytes.subarray(0, PNG_MAGIC.length).equals(PNG_MAGIC);
  if (!isPng || bytes.readUInt32BE(IHDR_LENGTH_AT) !== 13) return null;
  if (bytes.toString('latin1', IHDR_TYPE_AT, IHDR_TYPE_AT + 4) !== 'IHDR') return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(WIDTH_AT), height: bytes.readUInt32BE(HEIGHT_AT) };
}
