import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { caseOf, triesToSettle, withdraws } from '../../../test/stories/cases';
import { HouseholdModel } from '../../../test/stories/household-model';
import { doorEvidence, paperEvidence } from '../../../test/stories/papers';
import { seeded } from '../../../test/stories/random-rounds';
import {
  StairwellStory,
  type Choice,
  type OfficerStory,
  type OutsiderStory,
  type ResidentStory,
  type VolunteerStory,
} from '../../../test/stories/stairwell-story';
import { Refusal } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { CastBallot, type CastBallotInput } from '../ballots';
import { VerifyChains } from '../bundles';
import { RecountRounds } from '../decisions';

const ROOMS = ['101', '102', '201'];
const CHOICES: Choice[] = ['for', 'against', 'abstain'];

/** What was done: the refusal's code, or null. */
type Outcome = string | null;
type Send = (actor: TestActor, roundId: string, input: CastBallotInput) => Promise<Outcome>;

/** Everyone around three doors. */
interface People {
  story: StairwellStory;
  li: OfficerStory;
  chen: VolunteerStory;
  owners: ResidentStory[];
  coOwners: ResidentStory[];
  proxies: OutsiderStory[];
}

/** One thing that may happen, chosen once and done in two stairwells. */
interface Step {
  what: 'phone' | 'visit' | 'paper' | 'letter' | 'withdraw' | 'review' | 'settle' | 'dispute' | 'close';
  door: number;
  choice: Choice;
  /** Chooses among persons, ballots, verdicts. */
  dice: number;
}

describe('whatever households, volunteers and officers do', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  /** As a browser does it: in one round trip when the ballot is plain. */
  const byHttp: Send = async (actor, roundId, input) => {
    const client = actor.role === 'officer' ? 'office' : 'h5';
    const answer = await api.http(actor, client).post(`/api/rounds/${roundId}/ballots`, input);
    return answer.status === 201 ? null : answer.body.code;
  };
  /** The long way, which every ballot can go. */
  const theLongWay: Send = async (actor, roundId, input) => {
    try {
      await api.app.get(CastBallot).execute(actor, roundId, { ...input, castAt: new Date(input.castAt) });
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };

  async function peopleOf(): Promise<People> {
    const story = await (await StairwellStory.begin(api, { rooms: ROOMS })).opens();
    const each = <T>(who: (room: string) => Promise<T>): Promise<T[]> =>
      ROOMS.reduce<Promise<T[]>>(async (before, room) => [...(await before), await who(room)], Promise.resolve([]));
    return {
      story,
      li: await story.officer.colleague('li'),
      chen: await story.volunteer(),
      owners: await each((room) => story.resident(room)),
      coOwners: await each((room) => story.resident(room, 'co_owner')),
      proxies: await each((room) => story.proxy(room)),
    };
  }

  /** Does a step in a stairwell, and the same in the model; both must answer alike. */
  async function take(people: People, models: HouseholdModel[], step: Step, send: Send, isOver: boolean) {
    const { story, li } = people;
    const model = models[step.door]!;
    const roomNo = ROOMS[step.door]!;
    const householdId = story.household(roomNo);
    const common = { id: randomUUID(), householdId, choice: step.choice, castAt: api.clock.now() };
    const closed = isOver ? 'round_closed' : null;
    const cast = async (actor: TestActor, voice: string, fields: Partial<CastBallotInput>) => {
      const sent = await send(actor, story.roundId, { ...common, ...fields } as CastBallotInput);
      return [sent, closed ?? model.says(step.choice, voice)];
    };
    switch (step.what) {
      case 'phone': {
        const isOwner = step.dice < 0.7;
        const { actor } = (isOwner ? people.owners : people.coOwners)[step.door]!;
        return cast(actor, isOwner ? 'owner' : 'co-owner', { channel: 'self_service' });
      }
      case 'visit': {
        const signerName = step.dice < 0.5 ? '陈阿姨' : '李伯伯';
        const evidence = { ...doorEvidence, signerName } as Partial<CastBallotInput>;
        return cast(people.chen.actor, `home_visit ${signerName}`, { channel: 'home_visit', ...evidence });
      }
      case 'paper':
        return cast(story.officer.actor, 'paper', { channel: 'paper', ...(paperEvidence as Partial<CastBallotInput>) });
      case 'letter':
        return cast(people.proxies[step.door]!.actor, 'letter', { channel: 'proxy' });
      case 'withdraw': {
        const voice = step.dice < 0.6 ? 'owner' : step.dice < 0.8 ? 'co-owner' : 'letter';
        const list = { owner: people.owners, 'co-owner': people.coOwners, letter: people.proxies }[voice];
        const { status, body } = await withdraws(list[step.door]!, householdId);
        return [status === 201 ? null : body.code, closed ?? model.says(null, voice)];
      }
      case 'review': {
        const version = model.waiting[Math.floor(step.dice * model.waiting.length)];
        if (!version) return [null, null];
        const [{ id }] = await api.dataSource.query(
          `SELECT s.id FROM submissions s JOIN ballots v ON v.id = s.ballot_id
            WHERE v.round_id = $1 AND v.household_id = $2 AND v.seq = $3`,
          [story.roundId, householdId, version.seq],
        );
        const verdict = (['approve', 'return', 'reject', 'approve'] as const)[CHOICES.indexOf(step.choice)]!;
        const { status, body } = await li.decides(id, verdict, verdict === 'approve' ? {} : { reason: '签名看不清' });
        return [status === 200 ? null : body.code, model.reviewed(version, verdict)];
      }
      case 'settle': {
        const found = model.cases.at(-1);
        if (!found) return [null, null];
        const places = found.held.length + 2;
        const place = Math.floor(step.dice * places);
        const which = place === places - 1 ? null : place;
        const { status, body } = await triesToSettle(li, await caseOf(li, roomNo), which);
        return [status === 200 ? null : body.code, model.settled(found, which)];
      }
      case 'dispute':
        if (model.isFrozen) {
          const { body } = await li.http.get(`/api/disputes?householdId=${householdId}&state=open`);
          await li.settles(body.disputes[0].id);
        } else await story.officer.freezes(roomNo);
        model.isFrozen = !model.isFrozen;
        return [null, null];
      case 'close':
        await story.officer.closes();
        return [null, null];
    }
  }

  /** What is stored of a stairwell, without what is made anew each time: ids, salts, hashes and times. */
  async function storedOf({ story }: People) {
    const ballots: { supersedes: number | null }[] = await api.dataSource.query(
      `SELECT e.room_no, v.seq, v.choice, v.channel, v.signer_name, v.needs_review, v.assisted_by, s.state,
              c.seq AS case_no, c.outcome, standing.seq AS standing, earlier.seq AS supersedes
         FROM ballots v
         JOIN entitlements e ON e.round_id = v.round_id AND e.household_id = v.household_id
         LEFT JOIN submissions s ON s.ballot_id = v.id
         LEFT JOIN case_ballots k ON k.ballot_id = v.id
         LEFT JOIN cases c ON c.id = k.case_id
         LEFT JOIN ballots standing ON standing.id = c.standing_ballot_id
         LEFT JOIN chain_events named ON named.round_id = v.round_id AND named.payload->>'ballotId' = v.id::text
          AND named.payload ? 'supersedes'
         LEFT JOIN ballots earlier ON earlier.id::text = named.payload->>'supersedes'
        WHERE v.round_id = $1 ORDER BY e.room_no, v.seq`,
      [story.roundId],
    );
    const chain = await api.dataSource.query(
      `SELECT seq, kind, payload->>'channel' AS channel, payload->>'needsReview' AS waits, payload->>'outcome' AS outcome
         FROM chain_events WHERE round_id = $1 ORDER BY seq`,
      [story.roundId],
    );
    const audit = await api.dataSource.query(
      `SELECT action, detail->>'channel' AS channel, detail->>'seq' AS seq FROM audit_events
        WHERE detail->>'roundId' = $1 ORDER BY id`,
      [story.roundId],
    );
    const [{ round_id: _, chain_head: __, counted_at: ___, open_until: ____, ...tally }] = await api.dataSource.query(
      'SELECT * FROM round_tallies WHERE round_id = $1',
      [story.roundId],
    );
    return { ballots, chain, audit, tally: { ...tally, version: undefined } };
  }

  const KINDS: Step['what'][] = [
    ...(['phone', 'phone', 'phone', 'phone', 'phone', 'phone', 'withdraw', 'withdraw'] as const),
    ...(['visit', 'visit', 'paper', 'letter', 'review', 'review', 'review', 'settle', 'settle', 'dispute'] as const),
  ];

  it.each([1, 2])('counts what the model counts, the same by either way (%s)', async (turn) => {
    const seed = (Date.now() + turn * 7_919) % 1_000_000_007;
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const [here, there] = [await peopleOf(), await peopleOf()];
    const [models, mirrored] = [ROOMS.map(() => new HouseholdModel()), ROOMS.map(() => new HouseholdModel())];
    const told: string[] = [];
    for (let number = 0; number < 45; number += 1) {
      const isOver = number > 38;
      const what = number === 38 ? 'close' : pick(KINDS);
      const step: Step = { what, door: Math.floor(random() * ROOMS.length), choice: pick(CHOICES), dice: random() };
      const [sent, expected] = await take(here, models, step, byHttp, isOver);
      const [sentThere] = await take(there, mirrored, step, theLongWay, isOver);
      told.push(`${step.what} ${ROOMS[step.door]} ${step.choice} ${step.dice.toFixed(2)} → ${String(sent)}`);
      const { choices: counted } = await here.story.counted();
      expect({ seed, told, sent, sentThere, counted }).toEqual({
        ...{ seed, told, sent: expected, sentThere: expected },
        counted: models.map((model) => model.counted),
      });
      const seen = await api.app.get(Transactions).snapshot(async (tx) => ({
        differences: (await api.app.get(RecountRounds).execute(tx)).differences,
        problems: (await api.app.get(VerifyChains).execute(tx)).problems,
      }));
      expect({ seed, told, ...seen }).toEqual({ seed, told, differences: [], problems: [] });
    }
    const stored = await storedOf(here);
    expect({ seed, told, stored }).toEqual({ seed, told, stored: await storedOf(there) });
    const named = stored.ballots.map(({ supersedes }) => supersedes);
    const expected = models.flatMap(({ versions }) => versions.map(({ supersedes }) => supersedes));
    expect({ seed, told, named }).toEqual({ seed, told, named: expected });
  });
});
