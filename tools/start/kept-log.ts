import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { cacheDir } from './paths.ts';

/** A server's log in a file, for a run that looks at it afterwards. */
export interface KeptLog {
  /** What the server writes to. */
  descriptor: number;
  read: () => string;
  /** Deletes the file; the server must have ended. */
  remove: () => void;
}

/** An empty log of its own in the cache folder. */
export function keptLog(): KeptLog {
  const folder = join(cacheDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}.log`);
  const descriptor = openSync(path, 'a');
  return {
    descriptor,
    read: () => readFileSync(path, 'utf8'),
    remove: () => {
      closeSync(descriptor);
      rmSync(path, { force: true });
    },
  };
}
