import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';

/** As near as a camera comes, in pixels: a paper shows a code larger than the screen does. */
const SIDE = 800;

/**
 * What a telephone reads off a code as it is shown: colours, margin and all that lies over it.
 * @throws Error when it cannot be read
 */
export async function readQr(code: Locator): Promise<string> {
  await code.scrollIntoViewIfNeeded();
  const area = await code.boundingBox();
  if (!area) throw new Error('There is no code on the page.');
  const page = code.page();
  const scrolled = await page.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
  const session = await page.context().newCDPSession(page);
  const { data: png } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...area, x: area.x + scrolled.x, y: area.y + scrolled.y, scale: SIDE / area.width },
  });
  await session.detach();
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    // A list of so many numbers would take minutes on its way out of the browser.
    let text = '';
    for (let at = 0; at < data.length; at += 8_192) text += String.fromCharCode(...data.subarray(at, at + 8_192));
    return { pixels: btoa(text), width: picture.width, height: picture.height };
  }, png);
  const read = jsQR.default(Uint8ClampedArray.from(Buffer.from(pixels, 'base64')), width, height);
  if (!read) throw new Error(`Nothing can be read off the code of ${width} × ${height} pixels.`);
  return read.data;
}
