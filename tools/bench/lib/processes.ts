import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MS_PER_TICK = 10; // Linux counts in hundredths of a second for everybody

/** The API this process started; null where `ps` cannot say. */
export function apiPid(): number | null {
  try {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    for (const line of lines) {
      const [pid, parent] = line.trim().split(/\s+/);
      if (Number(parent) === process.pid && line.includes('apps/api/dist/main.js')) return Number(pid);
    }
  } catch {
    // A machine without ps: memory and processor time are then left out.
  }
  return null;
}

/** Processor time a process has used, in milliseconds; null where there is no /proc. */
export function cpuMs(pid: number | null): number | null {
  const stat = readProc(pid, 'stat');
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK : null;
}

/** Resident memory of a process in MiB; null where there is no /proc. */
export function memoryMib(pid: number | null): number | null {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return kib === undefined ? null : Number(kib) / 1_024;
}

function readProc(pid: number | null, name: string): string | null {
  try {
    return pid === null ? null : readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
