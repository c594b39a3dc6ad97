import type { RunningPostgres } from '../postgres/index.ts';
import { keepRunning, type Kept, type Life } from './keep-running.ts';

const LOOK_EVERY_MS = 300;

/** Keeps the embedded PostgreSQL running, also one that an earlier process left behind and this one only adopted. */
export function keepPostgres(server: RunningPostgres, say?: (line: string) => void): Kept {
  return keepRunning('数据库', lifeOf(server), () => server.revive().then(() => lifeOf(server)), { say });
}

function lifeOf(server: RunningPostgres): Life {
  let looking: NodeJS.Timeout | undefined;
  const ended = new Promise<string>((resolve) => {
    looking = setInterval(() => {
      if (server.isRunning()) return;
      clearInterval(looking);
      resolve('进程不在了');
    }, LOOK_EVERY_MS);
  });
  return {
    ended,
    stop: async () => {
      clearInterval(looking);
      await server.stop();
    },
  };
}
