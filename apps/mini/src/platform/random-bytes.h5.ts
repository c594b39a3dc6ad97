/** Bytes nobody can guess. */
export async function randomBytes(count: number): Promise<Uint8Array> {
  return window.crypto.getRandomValues(new Uint8Array(count));
}
