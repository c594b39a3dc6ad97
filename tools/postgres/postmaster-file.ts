import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes about itself into `postmaster.pid` of its data folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** The eighth line: `ready` only once connections are accepted. */
  state: 'starting' | 'ready' | 'stopping' | 'standby' | 'unwritten';
}

/** Reads `postmaster.pid`. Returns null when there is none, or when it is still empty. */
export function readPostmasterFile(clusterDir: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const state = (lines[7] ?? '').trim();
  return {
    pid,
    port: Number(lines[3] ?? 0),
    state:
      state === 'ready' || state === 'starting' || state === 'stopping' || state === 'standby' ? state : 'unwritten',
  };
}
