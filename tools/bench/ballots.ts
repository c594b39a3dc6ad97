// How fast ballots are cast and pages read through the built API on a town of 250,000 stairwells, as ratios to servers
// written by hand for just that, measured in turn in the same minutes.
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, withClient } from '../postgres/index.ts';
import { scratchSystem } from '../start/index.ts';
import { cacheDir } from '../start/paths.ts';
import { checkCounts } from './lib/check-counts.ts';
import { Generator, startServer } from './lib/children.ts';
import { compare, lineOf, tableOf, type Contestant } from './lib/compare.ts';
import { DOORS_PER_STAIRWELL, doorOf, type Door } from './lib/names.ts';
import { hasPgbench, pgbenchOneAtATime } from './lib/one-at-a-time.ts';
import { apiPid, memoryMib } from './lib/processes.ts';
import { castRequest, etagOf, readRequest, townRequest } from './lib/requests.ts';
import { growTown } from './lib/seed-town.ts';

const CONNECTIONS = 16;
const CROWD = 64;
const READING_MS = 1_000;
const PAGES = 200;
const LONGEST_TOWN_PAGE = 200;

const { values } = parseArgs({
  options: {
    stairwells: { type: 'string', default: '250000' },
    rounds: { type: 'string', default: '5' },
    ballots: { type: 'string', default: '1500' },
  },
});
const stairwells = Number(values.stairwells);
const rounds = Number(values.rounds);
const ballots = Number(values.ballots);
if (!(stairwells >= 2_000) || !(rounds >= 5) || !(ballots * (rounds + 1) <= stairwells * 2)) {
  throw new Error('--stairwells takes at least 2000, --rounds at least 5, and --ballots so many that doors suffice.');
}

const generator = new Generator();
// With fsync, as an office runs it: what a commit costs is part of what is measured.
const server = await startPostgres({ dataDir: join(cacheDir, 'bench-postgres'), port: 5680 });
// Without the web pages: they are files, and no part of what is measured.
const system = await scratchSystem({ env: { H5_DIR: '', OFFICE_DIR: '', VERIFY_DIR: '' }, server });
try {
  await withClient(system.ownerUrl, async (client) => {
    const startedAt = performance.now();
    await growTown(client, system.url, 1, 1_000);
    const api = { url: system.url, pid: apiPid() };
    const small = await compare([towns('API', api)], rounds);
    await growTown(client, system.url, 1_001, stairwells);
    console.log(`seeded in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
    const yardstick = await startServer('server', system.ownerUrl);
    const save = await startServer('save-server', system.ownerUrl);
    try {
      const memoryBefore = memoryMib(api.pid);
      const casting = await compare(
        [
          casts('API', api, 0, CONNECTIONS),
          casts('one statement', yardstick, 1, CONNECTIONS),
          casts('save and recount', save, 2, CONNECTIONS, 8),
          casts('save and recount, 64 clients', save, 4, CROWD, 8),
          casts('API, 64 clients', api, 3, CROWD),
          ...(hasPgbench() ? [pgbench()] : []),
        ],
        rounds,
      );
      const reading = await compare([await reads('API', api), await reads('one statement', yardstick)], rounds);
      const again = await compare(
        [await reads('API', api, true), await reads('one statement', yardstick, true)],
        rounds,
      );
      const town = await compare([towns('API', api), towns('one statement', yardstick)], rounds);
      const afresh = await compare([towns('API', api, true), towns('one statement', yardstick, true)], rounds);
      const flat = small.get('API')!.rates;
      const lines = [
        lineOf({ title: 'cast a ballot', over: 'API', under: 'one statement', atLeast: 0.95 }, casting),
        lineOf({ title: 'cast a ballot', over: 'API', under: 'save and recount' }, casting),
        lineOf(
          { title: 'cast, in a crowd', over: 'API, 64 clients', under: 'save and recount, 64 clients', atLeast: 9 },
          casting,
        ),
        ...(hasPgbench()
          ? [
              lineOf(
                { title: 'share commits', over: 'API, 64 clients', under: 'pgbench, one client', atLeast: 1 },
                casting,
              ),
            ]
          : []),
        lineOf({ title: 'read a page', over: 'API', under: 'one statement', atLeast: 0.85 }, reading),
        lineOf({ title: 'read it again (304)', over: 'API', under: 'one statement', atLeast: 0.85 }, again),
        lineOf({ title: 'town page', over: 'API', under: 'one statement', atLeast: 0.95 }, town),
        lineOf({ title: 'town page, none twice', over: 'API', under: 'one statement' }, afresh),
        lineOf(
          { title: `town page, ${stairwells} : 1,000`, over: 'API', under: 'small', atLeast: 1 / 1.3 },
          new Map([...town, ['small', { name: '1,000', rates: flat, cpuUs: [] }]]),
        ),
      ];
      const cast = (rounds + 1) * (3 * ballots + 2 * Math.floor(ballots / 8));
      console.log(`
${tableOf(lines)}

${stairwells} stairwells, ${stairwells * DOORS_PER_STAIRWELL} households, ${CONNECTIONS} connections (or as named), medians of ${rounds} rounds, ${ballots} ballots or ${READING_MS} ms each; processor time: of the server's own process, an answer
PostgreSQL with fsync, load generator on the same ${cpus().length} cores, load average ${loadavg()
        .map((average) => average.toFixed(1))
        .join(' ')} after${hasPgbench() ? '' : '; no pgbench on this machine'}
memory of the API (RSS): ${mib(memoryBefore)} before, ${mib(memoryMib(api.pid))} after (promised: below 300 MiB)
${await checkCounts(client, system.url, doorsOf(0, 0).concat(doorsOf(3, 0)), cast)}
`);
    } finally {
      await yardstick.stop();
      await save.stop();
    }
  });
} finally {
  generator.stop();
  await system.stop();
  await server.stop();
}

/** The doors a contestant casts for in a round: each of another stairwell, and never the same door twice. */
function doorsOf(contestant: number, round: number, share = 1): Door[] {
  const own = Math.floor(stairwells / 5);
  return Array.from({ length: Math.floor(ballots / share) }, (_, index) => {
    const place = round * ballots + index;
    return doorOf((place % own) * 5 + contestant + 1, Math.floor(place / own) + 1);
  });
}

function casts(
  name: string,
  { url, pid }: { url: string; pid: number | null },
  contestant: number,
  connections: number,
  share = 1,
): Contestant {
  const port = portOf(url);
  return {
    name,
    pid,
    measure: (round) =>
      generator.send({
        port,
        connections,
        requests: doorsOf(contestant, round, share).map(castRequest),
        expectedStatus: 201,
      }),
  };
}

/** Its doors are those of the last fifth of each ten stairwells' row: the same door may change its mind here. */
function pgbench(): Contestant {
  const last = stairwells * DOORS_PER_STAIRWELL;
  return {
    name: 'pgbench, one client',
    pid: null,
    measure: () => pgbenchOneAtATime(system.ownerUrl, [last - Math.floor(last / 50), last], 2),
  };
}

async function reads(
  name: string,
  { url, pid }: { url: string; pid: number | null },
  again = false,
): Promise<Contestant> {
  const requests: string[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    requests.push(readRequest(page, again ? await etagOf(url, page) : undefined));
  }
  const burst = { port: portOf(url), connections: CONNECTIONS, requests, durationMs: READING_MS };
  return { name, pid, measure: () => generator.send({ ...burst, expectedStatus: again ? 304 : 200 }) };
}

/**
 * The first page of a town's stairwells in consultation, which is two thirds of them.
 * @param afresh instead, pages of every length and of two stages in turn: more than the API keeps ready
 */
function towns(name: string, { url, pid }: { url: string; pid: number | null }, afresh = false): Contestant {
  const stages = ['consultation', 'notice'];
  const sizes = Array.from({ length: LONGEST_TOWN_PAGE }, (_, place) => place + 1);
  const requests = afresh
    ? stages.flatMap((stage) => sizes.map((size) => townRequest(stage, size)))
    : [townRequest('consultation')];
  const burst = { port: portOf(url), connections: CONNECTIONS, requests, durationMs: READING_MS, expectedStatus: 200 };
  return { name, pid, measure: () => generator.send(burst) };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function mib(memory: number | null): string {
  return memory === null ? 'unknown' : `${Math.round(memory)} MiB`;
}
