import { deflateSync, crc32 } from 'node:zlib';

/** Lines only: enough for a signature, and what is exported is a real picture of what was drawn. */
export class CanvasNode {
  /** The app has given it a size, and so is ready for a finger. */
  isPrepared = false;
  private size = { width: 300, height: 150 };
  private readonly ink = new Set<number>();
  private readonly context = new LineContext(
    (x, y) => this.put(x, y),
    () => this.ink.clear(),
  );

  get width(): number {
    return this.size.width;
  }

  set width(width: number) {
    this.resize({ ...this.size, width });
  }

  get height(): number {
    return this.size.height;
  }

  set height(height: number) {
    this.resize({ ...this.size, height });
  }

  getContext(kind: string): LineContext {
    if (kind !== '2d') throw new Error(`canvas: no ${kind} context here`);
    return this.context;
  }

  /** How many pixels carry ink. */
  get inkedPixels(): number {
    return this.ink.size;
  }

  toDataURL(mediaType = 'image/png'): string {
    if (mediaType !== 'image/png') throw new Error(`canvas: no ${mediaType} here`);
    return `data:image/png;base64,${this.toPng().toString('base64')}`;
  }

  requestAnimationFrame(callback: () => void): unknown {
    return setTimeout(callback, 16);
  }

  cancelAnimationFrame(handle: NodeJS.Timeout): void {
    clearTimeout(handle);
  }

  /** As on a real canvas, a new size empties it and resets the pen. */
  private resize(size: { width: number; height: number }): void {
    this.size = size;
    this.isPrepared = true;
    this.ink.clear();
    this.context.reset();
  }

  private put(x: number, y: number): void {
    const column = Math.round(x);
    const row = Math.round(y);
    if (column >= 0 && row >= 0 && column < this.width && row < this.height) this.ink.add(row * this.width + column);
  }

  private toPng(): Buffer {
    const rows = Buffer.alloc((this.width + 1) * this.height, 255);
    for (let row = 0; row < this.height; row += 1) rows[row * (this.width + 1)] = 0;
    for (const pixel of this.ink) {
      const row = Math.floor(pixel / this.width);
      rows[row * (this.width + 1) + 1 + (pixel % this.width)] = 0;
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 0, 0, 0, 0], 8); // 8-bit grey
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

class LineContext {
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  strokeStyle: string = '#000';
  fillStyle: string = '#000';
  private scaleX = 1;
  private scaleY = 1;
  private at = { x: 0, y: 0 };
  private path: { from: { x: number; y: number }; to: { x: number; y: number } }[] = [];

  constructor(
    private readonly put: (x: number, y: number) => void,
    private readonly clear: () => void,
  ) {}

  reset(): void {
    this.scaleX = 1;
    this.scaleY = 1;
    this.path = [];
  }

  scale(x: number, y: number): void {
    this.scaleX *= x;
    this.scaleY *= y;
  }

  setTransform(a: number, _b: number, _c: number, d: number): void {
    this.scaleX = a;
    this.scaleY = d;
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.at = { x, y };
  }

  lineTo(x: number, y: number): void {
    this.path.push({ from: this.at, to: { x, y } });
    this.at = { x, y };
  }

  quadraticCurveTo(_controlX: number, _controlY: number, x: number, y: number): void {
    this.lineTo(x, y);
  }

  arc(x: number, y: number): void {
    this.path.push({ from: { x, y }, to: { x, y } });
  }

  closePath(): void {}
  save(): void {}
  restore(): void {}

  stroke(): void {
    for (const { from, to } of this.path) {
      const steps = Math.max(1, Math.ceil(Math.hypot((to.x - from.x) * this.scaleX, (to.y - from.y) * this.scaleY)));
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps;
        this.put((from.x + (to.x - from.x) * share) * this.scaleX, (from.y + (to.y - from.y) * share) * this.scaleY);
      }
    }
  }

  fill(): void {
    this.stroke();
  }

  clearRect(): void {
    this.clear();
  }

  /** A background is not ink. */
  fillRect(): void {}
}
