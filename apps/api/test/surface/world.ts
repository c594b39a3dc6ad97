import { randomUUID } from 'node:crypto';
import { CreateOfficer, SmsSender } from '../../src/modules/accounts';
import type { Neighbourhood } from '../../src/platform/access';
import { bind, buildStairwell, HOME, type TestActor, type TestApi } from '../harness';
import { workbookOf } from '../roll/odd-files';
import { drawn } from '../stories/papers';
import {
  expectStatus,
  StairwellStory,
  type OfficerStory,
  type ResidentStory,
  type VolunteerStory,
} from '../stories/stairwell-story';

/** The people around household 101 of one stairwell, from a passer-by to the office. */
const NEIGHBOURS = [
  'owner', // of 101
  'otherHousehold', // 102, the same stairwell
  'otherStairwell', // an owner in another estate, of another neighbourhood
  'formerOwner', // of 101: the binding has ended
  'tenant', // of 101
  'volunteer', // assigned to the stairwell
  'idleVolunteer', // assigned to none
  'expiredVolunteer', // was assigned until yesterday
] as const;
/** Those who sign in at a desk. */
export const STAFF = [
  'officer', // of the neighbourhood
  'otherOfficer', // of another neighbourhood of the same town
  'committee', // of the neighbourhood
  'street', // of the town
  'auditor',
  'contractor', // builds in the stairwell
  'operator',
] as const;
export const PRINCIPALS = ['anonymous', ...NEIGHBOURS, ...STAFF, 'disabledOfficer'] as const;
export type Principal = (typeof PRINCIPALS)[number];
type SignedIn = Exclude<Principal, 'anonymous'>;

/** Residents and volunteers. */
export const isNeighbour = (who: Principal): boolean => NEIGHBOURS.some((each) => each === who);
/** Those who sign in at a desk and still may. */
export const isStaff = (who: Principal): boolean => STAFF.some((each) => each === who);

/** Where `otherOfficer` and `otherStairwell` are at home. */
export const ELSEWHERE = { town: HOME.town, neighbourhood: '远方居民区' };

export const OFFICER_PASSWORD = 'a-long-password';

/**
 * One stairwell with an open round, where everybody who might ask for something is present: 101 is the household all
 * requests are about, 102 is another one, and one volunteer is assigned while another is not.
 */
export class World {
  private constructor(
    readonly api: TestApi,
    readonly story: StairwellStory,
    private readonly actors: Record<SignedIn, TestActor>,
    private readonly owner: ResidentStory,
    readonly volunteer: VolunteerStory,
    readonly clerk: OfficerStory,
  ) {}

  /** @param at where it is; a second one stands in another town, and whoever works there has a say there only */
  static async begin(api: TestApi, at: Neighbourhood = HOME): Promise<World> {
    const story = await (await StairwellStory.begin(api, { at })).opens();
    const owner = await story.resident('101');
    const volunteer = await story.volunteer('chen');
    await api.app.get(CreateOfficer).execute({
      username: 'wang',
      displayName: '王主任',
      password: OFFICER_PASSWORD,
      ...HOME,
    });
    await api.dataSource.query(`INSERT INTO demo_notes (key, content) VALUES ('guide', $1) ON CONFLICT DO NOTHING`, [
      { people: [], stairwells: [], slips: [] },
    ]);
    const actors = {
      owner: owner.actor,
      otherHousehold: (await story.resident('102')).actor,
      tenant: (await story.resident('101', 'tenant')).actor,
      volunteer: volunteer.actor,
      officer: story.officer.actor,
      ...(await peopleOutside(api, story)),
    };
    return new World(api, story, actors, owner, volunteer, await story.officer.colleague('li'));
  }

  actor(who: Principal): TestActor | undefined {
    return who === 'anonymous' ? undefined : this.actors[who];
  }

  /** The same person with a session that may be spent; whoever cannot sign in any more comes with the old one. */
  async anew(who: Principal): Promise<TestActor | undefined> {
    const actor = this.actor(who);
    return actor && who !== 'disabledOfficer' ? this.api.loginAs(actor.displayName) : actor;
  }

  get at(): Neighbourhood {
    return this.story.at;
  }

  get household(): string {
    return this.story.household('101');
  }

  get stairwellId(): string {
    return this.story.place.stairwellId;
  }

  now(): string {
    return this.api.clock.now().toISOString();
  }

  /** A home visit's ballot that waits for review. */
  waitingBallot(): Promise<string> {
    return this.volunteer.takes('602', 'for');
  }

  /** A round of its own in a state, on a small stairwell of its own. */
  async roundIn(state: 'draft' | 'open' | 'closed'): Promise<StairwellStory> {
    const story = await StairwellStory.begin(this.api, { rooms: ['101', '102'], at: this.at });
    if (state === 'draft') await story.officer.drafts(story.draftFields());
    else await story.opens();
    if (state === 'closed') await story.officer.closes();
    return story;
  }

  /** The receipt of the household's own ballot. */
  async receiptCode(): Promise<string> {
    return (await this.owner.votes('for')).ballot.receiptCode;
  }

  async paperPhotoId(): Promise<string> {
    const submissionId = await this.clerk.enters('601', 'for');
    const [row] = await this.api.dataSource.query(
      'SELECT paper_photo_id AS id FROM ballots JOIN submissions s ON s.ballot_id = ballots.id WHERE s.id = $1',
      [submissionId],
    );
    return row.id;
  }

  async signatureId(): Promise<string> {
    await this.owner.signs({ signature: drawn });
    const [row] = await this.api.dataSource.query(
      `SELECT s.id FROM signatures s JOIN consent_forms c ON c.signature_id = s.id WHERE c.household_id = $1 AND s.kind = 'drawn' LIMIT 1`,
      [this.household],
    );
    return row.id;
  }

  /** A phone nobody used before, and the code that was just sent to it. */
  async phoneWithCode(): Promise<{ phone: string; code: string }> {
    const phone = freshPhone();
    await this.api.http().post('/api/session/codes', { phone });
    return { phone, code: this.api.app.get(SmsSender).recentCodes()[0]!.code };
  }

  async slipPin(roomNo: string): Promise<string> {
    const householdIds = [this.story.household(roomNo)];
    const url = `/api/stairwells/${this.stairwellId}/slips`;
    return expectStatus(await this.story.officer.http.post(url, { householdIds }), 201).body[0].pin;
  }

  /** Two owners of one estate. */
  async twoOwners(): Promise<[string, string]> {
    const { place } = await this.roundIn('draft');
    const rows = await this.api.dataSource.query('SELECT id FROM owners WHERE estate_id = $1', [place.estateId]);
    return [rows[0].id, rows[1].id];
  }

  /** A small roll that was read but not imported. */
  async previewedImport(): Promise<string> {
    const upload = rollUpload(this.at === HOME ? undefined : this.at);
    return expectStatus(await this.story.officer.http.upload('/api/roll-imports', upload), 201).body.id;
  }

  /** Somebody of the residents' committee of the neighbourhood. */
  async newCommitteeMember(): Promise<string> {
    const name = `committee-${randomUUID().slice(0, 8)}`;
    return (await this.api.loginAs(name, { remits: [this.at] })).accountId;
  }

  async volunteerId(): Promise<string> {
    const body = { id: randomUUID(), displayName: '周志愿', phone: freshPhone() };
    return (await this.story.officer.http.post('/api/volunteers', body)).body.accountId;
  }
}

/** Everyone who does not belong to the household, or not any more, and the staff around it. */
async function peopleOutside(api: TestApi, story: StairwellStory) {
  const { at, surname } = story;
  const elsewhere = { ...ELSEWHERE, town: at.town };
  const { stairwellId, code } = story.place;
  const far = await buildStairwell(api.dataSource, { code: `FA${code}`, doors: [{ roomNo: '101' }], ...elsewhere });
  const otherStairwell = await api.loginAs(`resident-faraway${surname}`);
  await bind(api.dataSource, otherStairwell, far.households['101']!);
  const formerOwner = await api.loginAs(`resident-${code}-101-former`);
  const ended = await bind(api.dataSource, formerOwner, story.household('101'));
  await api.dataSource.query(`UPDATE bindings SET state = 'ended' WHERE id = $1`, [ended]);
  const expiredVolunteer = (await story.volunteer('expired')).actor;
  await api.dataSource.query(`UPDATE volunteer_assignments SET expires_on = '2020-01-01' WHERE account_id = $1`, [
    expiredVolunteer.accountId,
  ]);
  const disabledOfficer = await api.loginAs(`officer-disabled${surname}`, { remits: [at] });
  await api.dataSource.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [disabledOfficer.accountId]);
  return {
    otherStairwell,
    formerOwner,
    idleVolunteer: await api.loginAs(`volunteer-idle${surname}`, { remits: [at] }),
    expiredVolunteer,
    otherOfficer: await api.loginAs(`officer-faraway${surname}`, { remits: [elsewhere] }),
    committee: await api.loginAs(`committee-zhao${surname}`, { remits: [at] }),
    street: await api.loginAs(`street-qian${surname}`, { remits: [{ town: at.town }] }),
    auditor: await api.loginAs(`auditor-sun${surname}`),
    contractor: await api.loginAs(`contractor-zhou${surname}`, { remits: [{ stairwellId }] }),
    operator: await api.loginAs(`operator-wu${surname}`),
    disabledOfficer,
  };
}

let phones = 0;
/** A phone number that no other test asked for. */
export function freshPhone(): string {
  phones += 1;
  return `137${String(phones).padStart(8, '0')}`;
}

/** One door as an office's Excel has it. */
export function rollUpload(at: Neighbourhood = { town: HOME.town, neighbourhood: '新苑居民区' }) {
  const rows = [
    ['楼号', '门洞', '室号', '楼层', '建筑面积', '产权人'],
    ['1', '1', '101', '1', '60.00', '张三'],
  ];
  return {
    file: workbookOf({ 名册: rows }),
    fileName: '名册.xlsx',
    fields: { estateName: `新苑${randomUUID().slice(0, 8)}`, ...at },
  };
}
