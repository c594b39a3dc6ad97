import { randomUUID } from 'node:crypto';
import { CreateOfficer, SmsSender } from '../../src/modules/accounts';
import { HOME, type TestActor, type TestApi } from '../harness';
import { workbookOf } from '../roll/odd-files';
import { drawn } from '../stories/papers';
import {
  expectStatus,
  StairwellStory,
  type OfficerStory,
  type ResidentStory,
  type VolunteerStory,
} from '../stories/stairwell-story';

/** The people around one household, from a passer-by to the office. */
export const PRINCIPALS = [
  'anonymous',
  'owner',
  'otherHousehold',
  'tenant',
  'volunteer',
  'idleVolunteer',
  'officer',
] as const;
export type Principal = (typeof PRINCIPALS)[number];

export const OFFICER_PASSWORD = 'a-long-password';

/**
 * One stairwell with an open round, where everybody who might ask for something is present: 101 is the household all
 * requests are about, 102 is another one, and one volunteer is assigned while another is not.
 */
export class World {
  private constructor(
    readonly api: TestApi,
    readonly story: StairwellStory,
    private readonly actors: Record<Exclude<Principal, 'anonymous'>, TestActor>,
    private readonly owner: ResidentStory,
    readonly volunteer: VolunteerStory,
    readonly clerk: OfficerStory,
  ) {}

  static async begin(api: TestApi): Promise<World> {
    const story = await (await StairwellStory.begin(api)).opens();
    const owner = await story.resident('101');
    const volunteer = await story.volunteer('chen');
    await api.app.get(CreateOfficer).execute({
      username: 'wang',
      displayName: '王主任',
      password: OFFICER_PASSWORD,
      ...HOME,
    });
    await api.dataSource.query(`INSERT INTO demo_notes (key, content) VALUES ('guide', $1)`, [
      { people: [], stairwells: [], slips: [] },
    ]);
    const actors = {
      owner: owner.actor,
      otherHousehold: (await story.resident('102')).actor,
      tenant: (await story.resident('101', 'tenant')).actor,
      volunteer: volunteer.actor,
      idleVolunteer: await api.loginAs('volunteer-idle'),
      officer: story.officer.actor,
    };
    return new World(api, story, actors, owner, volunteer, await story.officer.colleague('li'));
  }

  actor(who: Principal): TestActor | undefined {
    return who === 'anonymous' ? undefined : this.actors[who];
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
    const story = await StairwellStory.begin(this.api, { rooms: ['101', '102'] });
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
    await this.clerk.enters('601', 'for');
    const [row] = await this.api.dataSource.query('SELECT id FROM paper_photos LIMIT 1');
    return row.id;
  }

  async signatureId(): Promise<string> {
    await this.owner.signs({ signature: drawn });
    const [row] = await this.api.dataSource.query(`SELECT id FROM signatures WHERE kind = 'drawn' LIMIT 1`);
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
    const upload = rollUpload();
    return expectStatus(await this.story.officer.http.upload('/api/roll-imports', upload), 201).body.id;
  }

  async volunteerId(): Promise<string> {
    const body = { id: randomUUID(), displayName: '周志愿', phone: freshPhone() };
    return (await this.story.officer.http.post('/api/volunteers', body)).body.accountId;
  }
}

let phones = 0;
/** A phone number that no other test asked for. */
export function freshPhone(): string {
  phones += 1;
  return `137${String(phones).padStart(8, '0')}`;
}

/** One door as an office's Excel has it. */
export function rollUpload() {
  const rows = [
    ['楼号', '门洞', '室号', '楼层', '建筑面积', '产权人'],
    ['1', '1', '101', '1', '60.00', '张三'],
  ];
  return {
    file: workbookOf({ 名册: rows }),
    fileName: '名册.xlsx',
    fields: { estateName: `新苑${randomUUID().slice(0, 8)}`, town: '莘园镇', neighbourhood: '新苑居民区' },
  };
}
