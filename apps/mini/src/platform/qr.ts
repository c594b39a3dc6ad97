import { create } from 'qrcode/lib/core/qrcode';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of plain ASCII; WeChat has no btoa. */
function base64(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0);
    out += digits[(bits >> 18) & 63]! + digits[(bits >> 12) & 63]!;
    out += Number.isNaN(b) ? '=' : digits[(bits >> 6) & 63]!;
    out += Number.isNaN(c) ? '=' : digits[bits & 63]!;
  }
  return out;
}

/**
 * A QR code as the source of a picture: an SVG, so it is sharp at every size on both platforms.
 * @param text what the code holds, ASCII
 */
export function qrSource(text: string): string {
  // Handed over as bytes: for a string the library asks for TextEncoder, which WeChat does not have.
  const data = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#1f2a24"/></svg>`;
  return `data:image/svg+xml;base64,${base64(svg)}`;
}
