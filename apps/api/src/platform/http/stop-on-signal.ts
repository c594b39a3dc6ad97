import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '../../config';
import { Drain } from './drain';

/** Long enough for keep-alive clients to be told to leave, before anything is closed under them. */
const FAREWELL_MS = 300;

/**
 * On SIGTERM or SIGINT: not ready any more, answers close their connections, no new ones are taken, what is under way
 * is finished; after the deadline the rest is cut. A keep-alive client cannot hold the process open.
 */
export function stopOnSignal(app: NestFastifyApplication, config: Pick<AppConfig, 'SHUTDOWN_DEADLINE_MS'>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    app.get(Drain).begin();
    const deadline = setTimeout(() => {
      app.getHttpServer().closeAllConnections();
      process.exit(1);
    }, config.SHUTDOWN_DEADLINE_MS);
    await new Promise((resolve) => setTimeout(resolve, FAREWELL_MS));
    const sweep = setInterval(() => app.getHttpServer().closeIdleConnections(), 100);
    await app.close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    clearInterval(sweep);
    clearTimeout(deadline);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
