import { isDeepStrictEqual } from 'node:util';
import { newBallot, theLongWay, ways, type Choice } from '../lib/ballots.ts';
import { isPlainRefusal, show, together, type Answer } from '../lib/client.ts';
import type { Door } from '../lib/house.ts';
import { mustBe, type Scenario, type Scene } from '../lib/scenario.ts';

/** How many answers of each kind, and the words for a count that nobody reads twice. */
function kindsOf(answers: readonly Answer[]): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const { status, body } of answers) {
    const kind = status === 201 ? `201 ${body.ballot.state}` : `${status} ${body.code}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

const listed = (kinds: Map<string, number>) => [...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ');

/** The choices of a door's ballots that count, as its paper shows them to its owner. */
async function countedOf({ system }: Scene, door: Door): Promise<Choice[]> {
  const path = `/api/rounds/${door.roundId}/households/${door.householdId}/ballot-paper`;
  const answer = await system.clients.send({ method: 'GET', path, token: door.owner });
  mustBe(answer.status === 200, `the paper: ${show(answer)}`);
  const ballots: { state: string; choice: Choice }[] = answer.body.ballots;
  return ballots.filter(({ state }) => state === 'counted').map(({ choice }) => choice);
}

/** One household, opposite choices, by all four ways at once. */
export const oneHousehold: Scenario = async (scene) => {
  const { system, house, ledger, sizes } = scene;
  const door = house.doors[0]![0]!;
  const senders = [
    { way: ways.owner, channel: 'self_service' },
    { way: ways.coOwner, channel: 'self_service' },
    { way: ways.visit, channel: 'home_visit' },
    { way: ways.paper, channel: 'paper' },
  ] as const;
  const ballots = Array.from({ length: sizes.clients }, (_, index) => {
    const { way, channel } = senders[index % senders.length]!;
    const choice: Choice = Math.floor(index / senders.length) % 2 === 0 ? 'for' : 'against';
    return { way, body: newBallot(door, choice, channel) };
  });
  const answers = await together(ballots, sizes.clients, ({ way, body }) =>
    system.clients.send(way(door, body, house)),
  );
  for (const [index, answer] of answers.entries()) {
    const { body } = ballots[index]!;
    if (answer.status === 201) ledger.add(door, body, answer);
    else mustBe(answer.status < 500 && isPlainRefusal(answer), `not told clearly: ${show(answer)}`);
  }
  const [counted, ...others] = await countedOf(scene, door);
  mustBe(counted !== undefined && others.length === 0, `not exactly one ballot counts: ${counted} ${others.join()}`);
  const tally = await tallyOf(scene, door.roundId);
  mustBe(
    tally[counted!].heads === 1 && tally.for.heads + tally.against.heads === 1,
    `the household is not counted once, as ${counted}: ${JSON.stringify(tally)}`,
  );
  const kinds = kindsOf(answers);
  mustBe(kinds.has('201 in_case'), `one owner's ballot took the place of another's: ${listed(kinds)}`);
  return `${sizes.clients} clients on one household: one counted; told: ${listed(kinds)}`;
};

/** One ballot, sent by so many at the same moment. */
export const oneId: Scenario = async ({ system, house, ledger, sizes }) => {
  const door = house.doors[0]![1]!;
  const body = newBallot(door, 'for');
  const copies = Array.from({ length: sizes.clients }, () => body);
  const answers = await together(copies, sizes.clients, (copy) => system.clients.send(ways.owner(door, copy)));
  const [first] = answers;
  for (const answer of answers) {
    mustBe(
      answer.status === 201 && isDeepStrictEqual(answer.body, first?.body),
      `not the same answer: ${show(answer)}`,
    );
    ledger.add(door, body, answer);
  }
  const other = await system.clients.send(ways.owner(door, { ...body, choice: 'against' }));
  mustBe(other.status === 422 && other.body.code === 'id_reused', `another choice: ${show(other)}`);
  const { rows } = await system.asOwner((client) =>
    client.query('SELECT 1 FROM ballots WHERE round_id = $1 AND household_id = $2', [door.roundId, door.householdId]),
  );
  mustBe(rows.length === 1, `${rows.length} ballots stored`);
  return `one id ${sizes.clients} times: one ballot, ${answers.length} equal answers; with another choice 422`;
};

/** A whole stairwell, each ballot two or three times, in no order. */
export const oneStairwell: Scenario = async (scene) => {
  const { system, house, ledger, sizes } = scene;
  const doors = house.doors[1]!;
  const ballots = doors.map((door, index) => ({ door, body: newBallot(door, index % 3 === 0 ? 'against' : 'for') }));
  const sent = shuffled(ballots.flatMap((ballot, index) => Array.from({ length: 2 + (index % 2) }, () => ballot)));
  const answers = await together(sent, sizes.clients, ({ door, body }) => system.clients.send(ways.owner(door, body)));
  for (const [index, answer] of answers.entries()) {
    const { door, body } = sent[index]!;
    mustBe(answer.status === 201, `refused: ${show(answer)}`);
    ledger.add(door, body, answer);
  }
  const tally = await tallyOf(scene, doors[0]!.roundId);
  for (const choice of ['for', 'against'] as const) {
    const mine = ballots.filter(({ body }) => body.choice === choice);
    const expected = { heads: mine.length, areaDm2: mine.reduce((sum, { door }) => sum + door.areaDm2, 0) };
    mustBe(
      isDeepStrictEqual(tally[choice], expected),
      `${choice}: ${JSON.stringify(tally[choice])}, not ${JSON.stringify(expected)}`,
    );
  }
  return `${doors.length} households, ${sent.length} requests: each counted once, the tally is right`;
};

/** A close in the middle of a stairwell's ballots, of which every second comes the long way. */
export const closing: Scenario = async (scene) => {
  const { system, house, ledger, sizes } = scene;
  const doors = house.doors[2]!;
  const { roundId } = doors[0]!;
  const ballots = doors.map((door, index) => {
    const body = newBallot(door, 'for');
    return { door, body: index % 2 === 0 ? body : theLongWay(body) };
  });
  let acknowledged = 0;
  let close: Promise<Answer> | undefined;
  const answers = await together(ballots, sizes.clients / 2, async ({ door, body }) => {
    const answer = await system.clients.send(ways.owner(door, body));
    if (answer.status === 201) {
      ledger.add(door, body, answer);
      acknowledged += 1;
    }
    if (acknowledged >= sizes.clients / 4) {
      close ??= system.clients.send({
        method: 'POST',
        path: `/api/rounds/${roundId}/close`,
        token: house.officer,
        office: true,
      });
    }
    return answer;
  });
  const closed = await close;
  mustBe(closed?.status === 200, `the close: ${show(closed)}`);
  for (const answer of answers) {
    mustBe(answer.status === 201 || answer.body.code === 'round_closed', `neither counted nor told: ${show(answer)}`);
  }
  const after = newBallot(doors[0]!, 'against');
  const late = await system.clients.send(ways.owner(doors[0]!, after));
  mustBe(late.status === 409 && late.body.code === 'round_closed', `after the close: ${show(late)}`);
  const [row] = await system.asOwner(async (client) => {
    const { rows } = await client.query<{ stored: number; late: number; noted: number }>(
      `SELECT count(*)::int AS stored, count(*) FILTER (WHERE v.received_at > r.closed_at)::int AS late,
              max((k.payload->>'countedHouseholds')::int) AS noted
         FROM ballots v JOIN consultation_rounds r ON r.id = v.round_id
         JOIN chain_events k ON k.round_id = r.id AND k.kind = 'close' WHERE r.id = $1`,
      [roundId],
    );
    return rows;
  });
  const tally = await tallyOf(scene, roundId);
  mustBe(
    row?.stored === acknowledged && row.late === 0 && row.noted === acknowledged && tally.for.heads === acknowledged,
    `${acknowledged} acknowledged; ${JSON.stringify(row)}, ${JSON.stringify(tally.for)}`,
  );
  return `closed against ${doors.length} ballots: ${acknowledged} acknowledged and counted, ${doors.length - acknowledged} told 409 round_closed`;
};

type Amount = { heads: number; areaDm2: number };

/** As it stands in the projection: while a round is open no page tells it. */
async function tallyOf({ system }: Scene, roundId: string): Promise<Record<Choice, Amount>> {
  const amounts = ['for', 'against', 'abstain'].map(
    (choice) => `'${choice}', json_build_object('heads', ${choice}_heads, 'areaDm2', ${choice}_area_dm2)`,
  );
  const { rows } = await system.asOwner((client) =>
    client.query<{ tally: Record<Choice, Amount> }>(
      `SELECT json_build_object(${amounts.join(', ')}) AS tally FROM round_tallies WHERE round_id = $1`,
      [roundId],
    ),
  );
  return rows[0]!.tally;
}

function shuffled<T>(items: T[]): T[] {
  for (let place = items.length - 1; place > 0; place -= 1) {
    const other = Math.floor(Math.random() * (place + 1));
    [items[place], items[other]] = [items[other]!, items[place]!];
  }
  return items;
}
