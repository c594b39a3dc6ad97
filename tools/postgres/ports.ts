import { createServer } from 'node:net';

// Linux hands these out for outgoing connections; a server that sits there may find its port gone after a restart.
const ephemeral = { from: 32768, to: 60999 };

/** True when nothing listens on the port of this host. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The wanted port, or the next free one above it, outside the range the system hands out by itself.
 * Throws when a thousand ports in a row are taken.
 */
export async function nextFreePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  let port = wanted;
  for (let tries = 0; tries < 1000; tries += 1) {
    if (port >= ephemeral.from && port <= ephemeral.to) port = ephemeral.to + 1;
    if (port > 65535) port = 20000;
    if (await isFree(port, host)) return port;
    port += 1;
  }
  throw new Error(`No free port was found from ${wanted} upwards on ${host}.`);
}
