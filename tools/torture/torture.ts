import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../start/paths.ts';
import { Ledger } from './lib/ballots.ts';
import { buildHouse } from './lib/house.ts';
import { assertNothingLost } from './lib/nothing-lost.ts';
import { mustBe, seconds, type Scenario, type Sizes } from './lib/scenario.ts';
import { TortureSystem } from './lib/system.ts';
import { closing, oneHousehold, oneId, oneStairwell } from './scenarios/crowds.ts';
import { apiKilled, apiStopped, postgresKilled } from './scenarios/deaths.ts';
import { fullDisk, smallDisk } from './scenarios/full-disk.ts';
import { lockedBallots, lockedRound, noConnections } from './scenarios/shortages.ts';

const scenarios: Record<string, Scenario> = {
  oneHousehold,
  oneId,
  oneStairwell,
  closing,
  apiKilled,
  postgresKilled,
  apiStopped,
  noConnections,
  lockedRound,
  lockedBallots,
  fullDisk,
};

/** For every `npm test`: all that any user may do. */
export const SHORT_NAMES = Object.keys(scenarios);

export const NAMES = [...SHORT_NAMES, 'smallDisk'];

/**
 * Everything that may go wrong, done on purpose to the built system, and looked at afterwards: no acknowledged ballot is
 * lost, doubled or altered, projections and chains are right, and nothing was answered as a defect.
 * @param names which scenarios, in their order
 * @param say is given a line for each
 */
export async function torture(sizes: Sizes, names: readonly string[], say: (line: string) => void): Promise<void> {
  const folder = newFolder();
  try {
    if (names.some((name) => name in scenarios)) await onOneSystem(join(folder, 'data'), sizes, names, say);
    if (names.includes('smallDisk')) say(await smallDisk(join(folder, 'disk'), sizes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onOneSystem(
  dataDir: string,
  sizes: Sizes,
  names: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const system = await TortureSystem.start(dataDir);
  try {
    const stairwells = [12, sizes.clients, sizes.clients, ...Array<number>(sizes.loadStairwells).fill(12)];
    const house = await system.asOwner((client) => buildHouse(client, system.clients, stairwells));
    const scene = { system, house, ledger: new Ledger(), sizes };
    for (const name of Object.keys(scenarios).filter((each) => names.includes(each))) {
      const startedAt = Date.now();
      const seen = await scenarios[name]!(scene);
      say(`${name} (${seconds(Date.now() - startedAt)}): ${seen}`);
      if (sizes.checksEach) await system.allIsWell();
    }
    const kept = await assertNothingLost(system, scene.ledger);
    const verdict = await system.allIsWell();
    say(`${kept} acknowledged ballots: each is stored as it was cast and its receipt answers. ${verdict}`);
    const defects = system.defects();
    mustBe(defects.length === 0, `${defects.length} defects in the log: ${defects.slice(0, 3).join('\n')}`);
  } catch (error) {
    for (const line of system.defects().slice(0, 5)) console.error(line);
    throw error;
  } finally {
    await system.stop();
  }
}

/** Reachable for the user that root hands the database to. */
function newFolder(): string {
  const parent = join(cacheDir, 'torture');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}
