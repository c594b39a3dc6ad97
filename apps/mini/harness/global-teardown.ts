/** Stops what global-setup started. */
export default async function stopOnce(): Promise<void> {
  await globalThis.jiatiSystem?.stop();
}
