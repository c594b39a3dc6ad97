import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Names a living process so that a reused pid is not mistaken for it: the pid with the instant the process started.
 * Returns null when there is no such process, or when it is a zombie.
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    try {
      // The name in parentheses may hold spaces, so the fields are counted from the last parenthesis.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : `${pid}:${line.slice(line.indexOf(' ')).trim()}`;
  } catch {
    return null;
  }
}

/**
 * The pids of the living processes that work inside a folder. A postmaster and all its children have the data folder
 * as their working directory, so this tells a running cluster from a stale pid file, and finds orphans.
 * Only Linux can answer; elsewhere the list is empty and the pid file alone decides.
 */
export function processesInside(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectory(pid) === folder && processIdentity(pid) !== null);
}

/** True when the process is alive and, where that can be seen, works inside the folder. */
export function livesInside(pid: number, folder: string): boolean {
  if (processIdentity(pid) === null) return false;
  return process.platform !== 'linux' || workingDirectory(pid) === folder;
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Waits until the condition holds, asking every few milliseconds. Returns false when the time is over. */
export async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
