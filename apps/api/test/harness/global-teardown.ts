/** Runs once after all suites: stops the test server, unless another run still uses it. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.stopTestServer?.();
}
