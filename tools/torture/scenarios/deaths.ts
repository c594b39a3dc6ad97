import { newBallot, ways } from '../lib/ballots.ts';
import { Cut, show } from '../lib/client.ts';
import { Load, repeatedOf, type Seen } from '../lib/load.ts';
import { mustBe, recoveryOf, rest, seconds, type Scenario, type Scene } from '../lib/scenario.ts';

/** The doors of the stairwells that are there for this. */
export function loadOn({ system, house, ledger, sizes }: Scene): Load {
  return new Load(system, house.doors.slice(3).flat(), ledger).start(sizes.loadClients);
}

/** A ballot in one statement may take five seconds, and then twenty the long way: nobody waits longer to be told. */
export const MOST_WAIT_MS = 25_000;

/** Throws when a client got an answer that must not be, or waited for one too long. */
export function mustBeClean({ wrong, slowestMs }: Seen): void {
  mustBe(wrong.length === 0, `${wrong.length} wrong answers: ${wrong.slice(0, 3).join('; ')}`);
  mustBe(slowestMs <= MOST_WAIT_MS, `somebody waited ${seconds(slowestMs)} for an answer`);
}

async function killed(scene: Scene, kill: () => Promise<number>, times: number): Promise<Seen & { words: string }> {
  const load = loadOn(scene);
  const recoveries: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await load.more(20 + Math.floor(Math.random() * 60));
    recoveries.push(await kill());
  }
  await load.more(50);
  const seen = await load.stop();
  mustBeClean(seen);
  const words = `${seen.acknowledged} ballots acknowledged, sent again: ${repeatedOf(seen)}; ${recoveryOf(recoveries, scene.sizes)}`;
  return { ...seen, words };
}

/** The API is killed, again and again, while neighbours cast. */
export const apiKilled: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const { words } = await killed(scene, () => system.killApi(), sizes.apiKills);
  return `API killed ${sizes.apiKills} times: ${words}`;
};

/** PostgreSQL is killed, again and again, while neighbours cast. */
export const postgresKilled: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const livesBefore = system.apiEnds.length;
  const seen = await killed(scene, () => system.killPostgres(), sizes.postgresKills);
  const ends = system.apiEnds.slice(livesBefore);
  mustBe(ends.length === 0, `the API went down with it: ${ends.join()}\n${system.lastWords()}`);
  mustBe((seen.repeated['503'] ?? 0) > 0, 'nobody was told 503 while PostgreSQL was away');
  return `PostgreSQL killed ${sizes.postgresKills} times: ${seen.words}`;
};

/**
 * Of the requests without an answer those that had been begun. A connection that the kernel had let in and the server
 * had not yet is reset when the server stops listening; its ballot came later, when it was sent again.
 */
async function begunAndCut({ system }: Scene, { cut }: Seen): Promise<Seen['cut']> {
  const receivedAt = await system.asOwner(async (client) => {
    const ids = cut.map(({ id }) => id);
    const { rows } = await client.query<{ id: string; at: Date }>(
      'SELECT id, received_at AS at FROM ballots WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  });
  return cut.filter(({ id, answerBegan, at }) => answerBegan || (receivedAt.get(id) ?? at) <= at);
}

/** By then a server that was asked to stop lets nobody in any more. */
const CLOSED_AFTER_MS = 600;

/**
 * Begins some ballots.
 * @returns sends the rest of them when the server is stopping, and throws unless each is taken
 */
async function begin({ system, house, ledger }: Scene): Promise<() => Promise<void>> {
  const begun = await Promise.all(
    house.doors[0]!.slice(2).map(async (door) => {
      const body = newBallot(door, 'for');
      return { door, body, finish: await system.clients.begin(ways.owner(door, body)) };
    }),
  );
  return async () => {
    await rest(CLOSED_AFTER_MS);
    for (const { door, body, finish } of begun) {
      const answer = await finish().catch((error: Cut) => error);
      if (answer instanceof Cut) throw new Error(`a ballot that was begun is cut: ${answer.code}`);
      mustBe(answer.status === 201, `a ballot that was begun: ${show(answer)}`);
      ledger.add(door, body, answer);
    }
  };
}

/** The API is asked to stop while neighbours cast: what was begun is answered, nothing is cut. */
export const apiStopped: Scenario = async (scene) => {
  const { system, sizes } = scene;
  const load = loadOn(scene);
  await load.more(sizes.loadClients * 2);
  const finishing = await begin(scene);
  const [recovery] = await Promise.all([system.killApi('SIGTERM'), finishing()]);
  await load.more(50);
  const seen = await load.stop();
  mustBeClean(seen);
  mustBe(system.apiEnds.at(-1) === '0', `it ended with ${system.apiEnds.at(-1)}`);
  const begun = await begunAndCut(scene, seen);
  mustBe(begun.length === 0, `${begun.length} requests were cut: ${JSON.stringify(begun.slice(0, 5))}`);
  return `SIGTERM: exit 0, no request that was begun is cut (${seen.cut.length} still waited to be let in), sent again: ${repeatedOf(seen)}; ${recoveryOf([recovery], sizes)}`;
};
