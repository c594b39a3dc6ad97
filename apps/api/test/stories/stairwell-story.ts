import type { Tally } from '@jiati/rules';
import { randomUUID } from 'node:crypto';
import { sheetRows, Tallies } from '../../src/modules/decisions';
import type { Neighbourhood } from '../../src/platform/access';
import { bind, buildStairwell, HOME, type Answer, type BuiltStairwell, type TestActor, type TestApi } from '../harness';
import { doorEvidence, PAPER_PHOTO, paperEvidence } from './papers';

export type Choice = 'for' | 'against' | 'abstain';
type Fields = Record<string, unknown>;

/** Twelve doors on six floors, 60.00 m² each, unless a test says otherwise. */
const ROOMS = ['101', '102', '201', '202', '301', '302', '401', '402', '501', '502', '601', '602'];

/** Insists on a status, and shows the answer when it is another one. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}, expected ${status}`);
  return answer;
}

let stories = 0;
let outsiders = 0;

/**
 * One stairwell on its way to a decision, told in the words of the domain. Everything goes through the real routes;
 * only the roll and the bindings are put in place directly.
 */
export class StairwellStory {
  roundId = randomUUID();

  private constructor(
    readonly api: TestApi,
    readonly place: BuiltStairwell,
    readonly officer: OfficerStory,
    readonly at: Neighbourhood,
    /** Stands behind the names of those who work elsewhere than at HOME. */
    readonly surname: string,
  ) {}

  /**
   * Builds the stairwell. `areas` gives doors another area (null: unknown); `sharedOwner` makes doors one owner's. `at` is
   * where it stands, and then who works there has a say there only.
   */
  static async begin(
    api: TestApi,
    sketch: {
      rooms?: string[];
      areas?: Record<string, number | null>;
      sharedOwner?: string[];
      publicHousing?: string[];
      at?: Neighbourhood;
    } = {},
  ): Promise<StairwellStory> {
    stories += 1;
    const { rooms = ROOMS, areas = {}, sharedOwner = [], publicHousing = [], at = HOME } = sketch;
    const surname = at === HOME ? '' : `-${at.neighbourhood}`;
    const doors = rooms.map((roomNo) => ({
      roomNo,
      // From a range that is never issued; the same nowhere else.
      ownerPhone: `1990${String(stories).padStart(4, '0')}${roomNo.slice(0, 3)}`,
      ...(at === HOME ? {} : { ownerName: `${at.neighbourhood}${roomNo}` }),
      ...(roomNo in areas ? { areaDm2: areas[roomNo] } : {}),
      ...(publicHousing.includes(roomNo) ? { tenure: 'public_rental' as const } : {}),
    }));
    const code = `ST${String(stories).padStart(4, '0')}`;
    const estate = at === HOME ? {} : { ...at, estateName: `${at.neighbourhood}${code}` };
    const place = await buildStairwell(api.dataSource, { code, doors, ...estate });
    const [first, ...others] = sharedOwner.map((room) => place.households[room]);
    for (const other of others) {
      await api.dataSource.query(
        `UPDATE ownerships SET owner_id = (SELECT owner_id FROM ownerships WHERE household_id = $1) WHERE household_id = $2`,
        [first, other],
      );
    }
    const wang = await api.loginAs(`officer-wang${surname}`, at === HOME ? {} : { remits: [at] });
    const story = new StairwellStory(api, place, new OfficerStory(api, wang), at, surname);
    story.officer.story = story;
    return story;
  }

  /** What the ballots come to, counted anew: while a round is open no page tells it. */
  async counted(): Promise<{ tally: Tally; choices: (Choice | null)[] }> {
    const { manager } = this.api.dataSource;
    const { tally } = await this.api.app.get(Tallies).count(manager, this.roundId);
    return { tally, choices: (await sheetRows(manager, this.roundId)).map(({ choice }) => choice) };
  }

  /** The draft an officer would write, on this stairwell, under the Civil Code, closing in a week. */
  draftFields(changes: Fields = {}): Fields {
    return {
      id: this.roundId,
      scopeKind: 'stairwell',
      scopeId: this.place.stairwellId,
      rulesetId: 'cn-278-7',
      title: '加装电梯意愿征询',
      statement: '是否同意在本门洞加装电梯？',
      schemeText: '方案：六层六站，外挂井道。',
      costTable: { totalFen: 0, subsidyFen: 0, method: 'custom', rows: [] },
      agreementText: '协议：各户按分摊表出资。',
      closesAt: this.inDays(7),
      ...changes,
    };
  }

  inDays(days: number): string {
    return new Date(this.api.clock.now().getTime() + days * 86_400_000).toISOString();
  }

  /** A day in Shanghai, so many days from today. */
  dayIn(days: number): string {
    return new Date(this.api.clock.now().getTime() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
  }

  /** Opens a round on this stairwell. */
  async opens(changes: Fields = {}): Promise<this> {
    expectStatus(await this.officer.drafts(this.draftFields(changes)), 201);
    expectStatus(await this.officer.moves('open'), 200);
    return this;
  }

  /** Someone bound to the door. */
  async resident(roomNo: string, relation = 'owner'): Promise<ResidentStory> {
    const actor = await this.api.loginAs(`resident-${this.place.code}-${roomNo}-${relation}`);
    const householdId = this.household(roomNo);
    const known = await this.api.dataSource.query(
      'SELECT 1 FROM bindings WHERE account_id = $1 AND household_id = $2',
      [actor.accountId, householdId],
    );
    if (known.length === 0) await bind(this.api.dataSource, actor, householdId, relation);
    return new ResidentStory(this, actor, householdId);
  }

  /** Somebody with a telephone who is bound to no door here, e.g. the sister who is to vote for 301. */
  async outsider(name: string): Promise<OutsiderStory> {
    outsiders += 1;
    const phone = `1991${String(outsiders).padStart(7, '0')}`;
    return new OutsiderStory(this, await this.api.loginAs(`resident-${this.place.code}-${name}`, { phone }), phone);
  }

  /** Somebody who may vote for the door by a letter of its owner that an officer has approved. */
  async proxy(roomNo: string, name = `proxy-${roomNo}`, changes: Fields = {}): Promise<OutsiderStory> {
    const proxy = await this.outsider(name);
    await proxy.standsFor(roomNo, changes);
    return proxy;
  }

  /** A volunteer who visits this stairwell. */
  async volunteer(name = 'chen'): Promise<VolunteerStory> {
    const actor = await this.api.loginAs(`volunteer-${name}${this.surname}`, { remits: [this.at] });
    await this.api.dataSource.query(
      `INSERT INTO volunteer_assignments (account_id, stairwell_id, expires_on, assigned_by) VALUES ($1, $2, '2099-12-31', $3)
       ON CONFLICT DO NOTHING`,
      [actor.accountId, this.place.stairwellId, this.officer.actor.accountId],
    );
    return new VolunteerStory(this, actor);
  }

  /** Each of these doors votes by phone. */
  async vote(choice: Choice, ...rooms: string[]): Promise<void> {
    for (const room of rooms) await (await this.resident(room)).votes(choice);
  }

  household(roomNo: string): string {
    const householdId = this.place.households[roomNo];
    if (!householdId) throw new Error(`no door ${roomNo}`);
    return householdId;
  }

  /** What a passer-by reads. */
  publicPage(headers?: Record<string, string>): Promise<Answer> {
    return this.api.http().get(`/api/public/stairwells/${this.place.code}`, headers);
  }
}

/** Anyone who sends ballots. */
class Caster {
  constructor(
    readonly story: StairwellStory,
    readonly actor: TestActor,
  ) {}

  get http() {
    return this.story.api.http(this.actor);
  }

  /** Sends a ballot and gives back whatever comes. */
  sends(fields: Fields): Promise<Answer> {
    const castAt = this.story.api.clock.now().toISOString();
    return this.http.post(`/api/rounds/${this.story.roundId}/ballots`, { id: randomUUID(), castAt, ...fields });
  }
}

export class ResidentStory extends Caster {
  constructor(
    story: StairwellStory,
    actor: TestActor,
    readonly householdId: string,
  ) {
    super(story, actor);
  }

  /** Tries to vote by phone. */
  tries(choice: Choice, changes: Fields = {}): Promise<Answer> {
    return this.sends({ householdId: this.householdId, choice, channel: 'self_service', ...changes });
  }

  /** Votes by phone, which succeeds; answers the receipt and turnout. */
  async votes(choice: Choice, changes: Fields = {}): Promise<Answer['body']> {
    return expectStatus(await this.tries(choice, changes), 201).body;
  }

  /** Hands in a letter for somebody. */
  gives(proxy: OutsiderStory, changes: Fields = {}): Promise<Answer> {
    return this.http.post('/api/proxy-authorisations', {
      ...{ id: randomUUID(), householdId: this.householdId, roundId: null },
      ...{ proxyName: '陈小妹', proxyPhone: proxy.phone, letterPhotoBase64: PAPER_PHOTO },
      ...{ documentKind: 'identity_card', documentNumber: '990101195001011234' },
      ...{ validFromOn: this.story.dayIn(0), validUntilOn: this.story.dayIn(30) },
      ...changes,
    });
  }

  /** What the first page shows of this household; undefined when it shows it no more. */
  async household(): Promise<Answer['body']> {
    const { body } = expectStatus(await this.http.get('/api/my/households'), 200);
    return body.find(({ householdId }: Fields) => householdId === this.householdId);
  }

  ballotPaper(householdId = this.householdId): Promise<Answer> {
    return this.http.get(`/api/rounds/${this.story.roundId}/households/${householdId}/ballot-paper`);
  }

  signs(fields: Fields): Promise<Answer> {
    const body = { id: randomUUID(), householdId: this.householdId, signedAt: this.story.api.clock.now(), ...fields };
    return this.http.post(`/api/rounds/${this.story.roundId}/consent-forms`, body);
  }
}

/** Somebody who belongs to no door, and may be given letters. */
export class OutsiderStory extends Caster {
  constructor(
    story: StairwellStory,
    actor: TestActor,
    readonly phone: string,
  ) {
    super(story, actor);
  }

  /** The owner of the door gives a letter and the officer approves it; answers the letter's id. */
  async standsFor(roomNo: string, changes: Fields = {}): Promise<string> {
    const letter = expectStatus(await (await this.story.resident(roomNo)).gives(this, changes), 201).body;
    await this.story.officer.approves(await this.story.officer.submissionOfLetter(letter.id));
    return letter.id;
  }

  /** Tries to vote for a door by letter. */
  tries(roomNo: string, choice: Choice, changes: Fields = {}): Promise<Answer> {
    return this.sends({ householdId: this.story.household(roomNo), choice, channel: 'proxy', ...changes });
  }

  /** Votes for a door by letter, which succeeds. */
  async votes(roomNo: string, choice: Choice, changes: Fields = {}): Promise<Answer['body']> {
    return expectStatus(await this.tries(roomNo, choice, changes), 201).body;
  }

  ballotPaper(roomNo: string): Promise<Answer> {
    return this.http.get(`/api/rounds/${this.story.roundId}/households/${this.story.household(roomNo)}/ballot-paper`);
  }
}

export class VolunteerStory extends Caster {
  /** Tries to take a witnessed ballot at the door. */
  tries(roomNo: string, choice: Choice, changes: Fields = {}): Promise<Answer> {
    const householdId = this.story.household(roomNo);
    return this.sends({ householdId, choice, channel: 'home_visit', ...doorEvidence, ...changes });
  }

  /** Takes a witnessed ballot; answers the id of its submission in the review queue. */
  async takes(roomNo: string, choice: Choice): Promise<string> {
    const { ballot } = expectStatus(await this.tries(roomNo, choice), 201).body;
    return this.story.officer.submissionOf(ballot.id);
  }
}

export class OfficerStory {
  story!: StairwellStory;

  constructor(
    readonly api: TestApi,
    readonly actor: TestActor,
  ) {}

  get http() {
    return this.api.http(this.actor, 'office');
  }

  /** The same desk with another officer behind it. */
  async colleague(name = 'li'): Promise<OfficerStory> {
    const { surname, at } = this.story;
    const actor = await this.api.loginAs(`officer-${name}${surname}`, surname === '' ? {} : { remits: [at] });
    const other = new OfficerStory(this.api, actor);
    other.story = this.story;
    return other;
  }

  drafts(fields: Fields): Promise<Answer> {
    return this.http.post('/api/rounds', fields);
  }

  moves(move: 'open' | 'close' | 'announce' | 'void', body?: Fields): Promise<Answer> {
    return this.http.post(`/api/rounds/${this.story.roundId}/${move}`, body);
  }

  async closes(): Promise<Answer['body']> {
    return expectStatus(await this.moves('close'), 200).body;
  }

  async announces(): Promise<Answer['body']> {
    return expectStatus(await this.moves('announce'), 200).body;
  }

  async countSheet(): Promise<Answer['body']> {
    return expectStatus(await this.http.get(`/api/rounds/${this.story.roundId}/count-sheet`), 200).body;
  }

  /** Enters a paper ballot; answers the id of its submission. */
  async enters(roomNo: string, choice: Choice, changes: Fields = {}): Promise<string> {
    const id = randomUUID();
    const fields = { id, householdId: this.story.household(roomNo), choice, channel: 'paper', ...paperEvidence };
    const castAt = this.api.clock.now().toISOString();
    const body = { castAt, ...fields, ...changes };
    expectStatus(await this.http.post(`/api/rounds/${this.story.roundId}/ballots`, body), 201);
    return this.submissionOf(id);
  }

  async submissionOf(ballotId: string): Promise<string> {
    const rows = await this.api.dataSource.query('SELECT id FROM submissions WHERE ballot_id = $1', [ballotId]);
    return rows[0].id;
  }

  async submissionOfLetter(letterId: string): Promise<string> {
    const rows = await this.api.dataSource.query('SELECT id FROM submissions WHERE proxy_authorisation_id = $1', [
      letterId,
    ]);
    return rows[0].id;
  }

  /** Records that a door has new owners. */
  transfers(roomNo: string, newOwnerNames: string[], changes: Fields = {}): Promise<Answer> {
    return this.http.post(`/api/households/${this.story.household(roomNo)}/title-transfers`, {
      ...{ id: randomUUID(), newOwnerNames, transferredOn: this.story.dayIn(-3), note: '' },
      ...{ documentNumber: '沪（2026）闵字不动产权第012345号' },
      ...changes,
    });
  }

  /** Opens a dispute about a door; answers its id. */
  async freezes(roomNo: string, reason = '两位继承人都说房子归自己'): Promise<string> {
    const url = `/api/households/${this.story.household(roomNo)}/disputes`;
    return expectStatus(await this.http.post(url, { id: randomUUID(), reason }), 201).body.id;
  }

  async settles(disputeId: string, reason = '法院调解书已收到，归大儿子'): Promise<Answer['body']> {
    return expectStatus(await this.http.post(`/api/disputes/${disputeId}/settle`, { reason }), 200).body;
  }

  decides(submissionId: string, verdict: 'approve' | 'return' | 'reject', body: Fields = {}): Promise<Answer> {
    return this.http.post(`/api/reviews/${submissionId}/${verdict}`, body);
  }

  async approves(submissionId: string): Promise<Answer['body']> {
    return expectStatus(await this.decides(submissionId, 'approve'), 200).body;
  }
}
