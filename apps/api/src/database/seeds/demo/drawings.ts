import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const ink = 40;
const paper = 255;

/** A squiggle that stands for a signature drawn with a finger; the same name always gives the same one. */
export function drawnSignature(name: string): string {
  const seed = createHash('sha256').update(name).digest();
  const canvas = new Canvas(420, 180);
  const strokes = [...name].length + 1;
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = (index: number): number => seed[(stroke * 7 + index) % seed.length]! / 255;
    const left = 40 + (stroke * 320) / strokes;
    for (let step = 0; step <= 200; step += 1) {
      const t = step / 200;
      const x = left + t * (60 + at(0) * 60);
      const y = 90 + Math.sin(t * (5 + at(1) * 8) + at(2) * 6) * (20 + at(3) * 45) * (1 - t * 0.4);
      canvas.dot(x, y, 2.2);
    }
  }
  return canvas.png().toString('base64');
}

/** A sheet with lines, a box that is ticked and a squiggle: what a photographed paper ballot looks like from afar. */
export function photographedPaper(name: string): string {
  const seed = createHash('sha256').update(name).digest();
  const canvas = new Canvas(480, 640, 244);
  for (let line = 0; line < 9; line += 1)
    canvas.line(60, 90 + line * 38, 420 - (seed[line]! % 120), 90 + line * 38, 1.4);
  for (const [x1, y1, x2, y2] of [
    [60, 460, 92, 460],
    [92, 460, 92, 492],
    [92, 492, 60, 492],
    [60, 492, 60, 460],
  ] as const) {
    canvas.line(x1, y1, x2, y2, 1.6);
  }
  canvas.line(64, 474, 74, 486, 2.4);
  canvas.line(74, 486, 96, 454, 2.4);
  for (let step = 0; step <= 300; step += 1)
    canvas.dot(250 + step / 2, 560 + Math.sin(step / (9 + (seed[0]! % 9))) * 22, 2);
  return canvas.png().toString('base64');
}

/** Grey pixels and a PNG of them. */
class Canvas {
  private readonly pixels: Buffer;

  constructor(
    private readonly width: number,
    private readonly height: number,
    background = paper,
  ) {
    this.pixels = Buffer.alloc(width * height, background);
  }

  dot(x: number, y: number, radius: number): void {
    for (let py = Math.floor(y - radius); py <= y + radius; py += 1) {
      for (let px = Math.floor(x - radius); px <= x + radius; px += 1) {
        const isInside = px >= 0 && py >= 0 && px < this.width && py < this.height;
        if (isInside && (px - x) ** 2 + (py - y) ** 2 <= radius ** 2) this.pixels[py * this.width + px] = ink;
      }
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1), 1);
    for (let step = 0; step <= steps; step += 1) {
      this.dot(x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps, radius);
    }
  }

  png(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.writeUInt8(8, 8); // one grey byte a pixel; the four bytes after it stay 0
    const lines = Array.from({ length: this.height }, (_, y) =>
      Buffer.concat([Buffer.from([0]), this.pixels.subarray(y * this.width, (y + 1) * this.width)]),
    );
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.concat(lines))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(body.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
