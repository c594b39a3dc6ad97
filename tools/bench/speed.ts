// How fast ballots are cast and pages read through the built API, as ratios to a server written by hand for just that.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { withClient } from '../postgres/index.ts';
import { scratchSystem } from '../start/index.ts';
import { checkCounts } from './lib/check-counts.ts';
import { Generator, startYardstick } from './lib/children.ts';
import { compare, tableOf, type Comparison } from './lib/compare.ts';
import { SIDES, sideOf, type Door, type Side } from './lib/names.ts';
import { apiPid, memoryMib } from './lib/processes.ts';
import { castRequest, etagOf, readRequest } from './lib/requests.ts';
import { seedEstate } from './lib/seed-estate.ts';

const CONNECTIONS = Number(process.env.CONNS ?? 16);
const MOST_BALLOTS_A_BURST = 1_500;
const READING_MS = 1_000;
const PAGES = 200;

const { values } = parseArgs({
  options: { stairwells: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '7' } },
});
const stairwells = Number(values.stairwells);
const rounds = Number(values.rounds);
if (!(stairwells >= 2 * CONNECTIONS) || !(rounds >= 5)) {
  throw new Error(`--stairwells takes at least ${2 * CONNECTIONS}, --rounds at least 5.`);
}

const load = () =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(' ');
const loadBefore = load();
const generator = new Generator();
// Without the web pages: they are files, and no part of what is measured.
const system = await scratchSystem({ env: { H5_DIR: '', OFFICE_DIR: '', VERIFY_DIR: '' } });
try {
  await withClient(system.ownerUrl, async (client) => {
    const doors = await seedEstate(client, system.url, stairwells);
    const yardstick = await startYardstick(system.ownerUrl);
    try {
      const servers: Servers = {
        api: { url: system.url, pid: apiPid() },
        yardstick: { url: yardstick.url, pid: yardstick.pid },
      };
      const memoryBefore = memoryMib(servers.api.pid);
      const bySide = Object.fromEntries(SIDES.map((side) => [side, inCastingOrder(doors, side)])) as DoorsBySide;
      const burst = Math.min(MOST_BALLOTS_A_BURST, Math.floor(bySide.yardstick.length / (rounds + 1)));
      const comparisons = [await castBallots(servers, bySide, burst), ...(await readPages(servers, bySide))];
      const counts = await checkCounts(client, system.url, bySide.api, 2 * burst * (rounds + 1));
      console.log(`
${tableOf(comparisons)}

${stairwells} stairwells, ${doors.length} households, ${CONNECTIONS} connections, medians of ${rounds} rounds (CPU: of the server's own process, an answer), ${burst} ballots or ${READING_MS} ms each
PostgreSQL without fsync, load generator on the same ${cpus().length} cores, load average ${loadBefore} before and ${load()} after
memory of the API (RSS): ${mib(memoryBefore)} before, ${mib(memoryMib(servers.api.pid))} after
${counts}
`);
    } finally {
      await yardstick.stop();
    }
  });
} finally {
  generator.stop();
  await system.stop();
}

type DoorsBySide = Record<Side, Door[]>;
type Servers = Record<Side, { url: string; pid: number | null }>;

/** First doors of all stairwells, then second doors …: ballots under way at the same time belong to different rounds. */
function inCastingOrder(doors: Door[], side: Side): Door[] {
  const doorsSeen = new Map<number, number>();
  return doors
    .filter(({ stairwell }) => sideOf(stairwell) === side)
    .map((door) => {
      const place = doorsSeen.get(door.stairwell) ?? 0;
      doorsSeen.set(door.stairwell, place + 1);
      return { door, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ door }) => door);
}

async function castBallots(servers: Servers, doors: DoorsBySide, burst: number): Promise<Comparison> {
  return compare('cast a ballot', rounds, pidsOf(servers), (side, round) =>
    generator.send({
      port: portOf(servers[side].url),
      connections: CONNECTIONS,
      requests: doors[side].slice(round * burst, (round + 1) * burst).map(castRequest),
      expectedStatus: 201,
    }),
  );
}

async function readPages(servers: Servers, doors: DoorsBySide): Promise<Comparison[]> {
  const full = { api: [] as string[], yardstick: [] as string[] };
  const known = { api: [] as string[], yardstick: [] as string[] };
  for (const side of SIDES) {
    for (const { stairwell } of doors[side].slice(0, PAGES)) {
      full[side].push(readRequest(stairwell));
      known[side].push(readRequest(stairwell, await etagOf(servers[side].url, stairwell)));
    }
  }
  const read = (title: string, requests: Record<Side, string[]>, expectedStatus: number) =>
    compare(title, rounds, pidsOf(servers), (side) =>
      generator.send({
        port: portOf(servers[side].url),
        connections: CONNECTIONS,
        requests: requests[side],
        durationMs: READING_MS,
        expectedStatus,
      }),
    );
  return [await read('read a page', full, 200), await read('read a page again (304)', known, 304)];
}

function pidsOf({ api, yardstick }: Servers): Record<Side, number | null> {
  return { api: api.pid, yardstick: yardstick.pid };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function mib(memory: number | null): string {
  return memory === null ? 'unknown' : `${Math.round(memory)} MiB`;
}
