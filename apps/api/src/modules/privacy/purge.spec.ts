import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { StairwellStory } from '../../../test/stories/stairwell-story';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';
import { Purge } from './purge';
import { ownDays, purgeCommand } from './purge.command';

const DAY = 86_400_000;

describe('purging what was kept long enough', () => {
  let api: TestApi;
  let story: StairwellStory;
  let mei: TestActor;
  let purge: Purge;
  beforeAll(async () => {
    api = await startTestApi();
    story = await (await StairwellStory.begin(api, { rooms: ['101', '102', '201', '202'] })).opens();
    mei = (await story.resident('101')).actor;
    purge = new Purge(new Transactions(api.dataSource), api.app.get(Audit), api.app.get(Clock));
  });
  afterAll(() => api.stop());

  const ago = (days: number) => new Date(api.clock.now().getTime() - days * DAY);
  const look = async (id: string, own?: Map<string, number>) =>
    (await purge.preview(own)).find(({ rule }) => rule.id === id)!;
  const rowsOf = async (table: string, where = 'TRUE') =>
    (await api.dataSource.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0].n as number;

  const visited = (days: number) =>
    api.dataSource.query(
      `INSERT INTO visits (id, household_id, visited_by, outcome, note, visited_at)
       VALUES ($1, $2, $3, 'considering', '儿子不同意', $4)`,
      [randomUUID(), story.household('101'), mei.accountId, ago(days)],
    );
  const photo = async (days: number): Promise<string> => {
    const [{ id }] = await api.dataSource.query(
      `INSERT INTO paper_photos (id, media_type, bytes, sha256, created_by, created_at)
       VALUES (gen_random_uuid(), 'image/jpeg', '\\xffd8', 'x', $1, $2) RETURNING id`,
      [mei.accountId, ago(days)],
    );
    return id;
  };
  /** A binding with an identity card, over for so many days. */
  const evidence = async (accountId: string, room: string, endedDaysAgo: number, state = 'ended') => {
    const [evidenceId, bindingId, photoId] = [randomUUID(), randomUUID(), await photo(endedDaysAgo)];
    const ended = state === 'ended' ? ago(endedDaysAgo) : null;
    await api.dataSource.query(
      `INSERT INTO bindings (id, account_id, household_id, relation, method, state, created_at, decided_at, ended_at)
       VALUES ($1, $2, $3, 'heir', 'office_check', $4, $5, $5, $6)`,
      [bindingId, accountId, story.household(room), state, ago(endedDaysAgo), ended],
    );
    const sealed = api.app.get(Vault).seal('binding_evidence.document_number', evidenceId, '310101194001010011');
    await api.dataSource.query(
      `INSERT INTO binding_evidence (id, binding_id, document_kind, document_number_sealed, photo_id, submitted_at)
       VALUES ($1, $2, 'identity_card', $3, $4, $5)`,
      [evidenceId, bindingId, sealed, photoId, ago(endedDaysAgo)],
    );
    return { evidenceId, photoId };
  };
  const resident = async (name: string) => (await api.loginAs(`resident-${name}`)).accountId;

  it('only looks at first, and says how much and since when', async () => {
    await visited(3 * 365 + 1);
    await visited(3 * 365 - 1);
    const line = await look('visit-notes');
    expect([line.rows, line.oldestAt, line.days]).toEqual([1, expect.any(Date), 1095]);
    expect(ago(3 * 365 + 1).getTime() - line.oldestAt!.getTime()).toBeLessThan(DAY);
    expect(await rowsOf('visits', `note <> ''`)).toBe(2);
  });

  it('goes by an office’s own days', async () => {
    expect((await look('visit-notes', ownDays(['visit-notes=365']))).rows).toBe(2);
    expect(() => ownDays(['visit-notes'])).toThrow('看不懂');
    expect(() => ownDays(['ballots=1'])).toThrow('没有叫“ballots”的规则');
  });

  it('empties the personal part and keeps the rest, with an audit line, and finds nothing the second time', async () => {
    const lines = await purge.apply();
    expect(lines.find(({ rule }) => rule.id === 'visit-notes')?.rows).toBe(1);
    expect([await rowsOf('visits'), await rowsOf('visits', `note <> ''`)]).toEqual([2, 1]);
    const written = await api.dataSource.query(
      `SELECT subject_id, detail FROM audit_events WHERE action = 'retention.purge' AND subject_id = 'visit-notes'`,
    );
    expect(written).toEqual([
      { subject_id: 'visit-notes', detail: expect.objectContaining({ rows: 1, table: 'visits', action: 'empty' }) },
    ]);
    const again = await purge.apply();
    expect(again.filter(({ rows }) => rows > 0)).toEqual([]);
    expect(await rowsOf('audit_events', `subject_id = 'visit-notes'`)).toBe(1);
  });

  it('forgets the papers of who was not let in, but not of who voted or is still bound', async () => {
    const rejected = await evidence(await resident('rejected'), '102', 181);
    const fresh = await evidence(await resident('fresh'), '102', 179);
    const bound = await evidence(await resident('bound'), '102', 400, 'approved');
    const voter = await story.resident('202', 'heir');
    await voter.votes('for');
    await api.dataSource.query(`DELETE FROM bindings WHERE account_id = $1`, [voter.actor.accountId]);
    const voted = await evidence(voter.actor.accountId, '202', 400);
    await purge.apply();

    const left = async ({ evidenceId, photoId }: { evidenceId: string; photoId: string }) => [
      await rowsOf('binding_evidence', `id = '${evidenceId}' AND document_number_sealed IS NOT NULL`),
      await rowsOf('paper_photos', `id = '${photoId}'`),
    ];
    expect(await left(rejected)).toEqual([0, 0]);
    for (const kept of [fresh, bound, voted]) expect(await left(kept)).toEqual([1, 1]);
  });

  it('never takes the photo of a ballot, and the rest of the table stays as it was written', async () => {
    await story.officer.enters('201', 'for');
    api.clock.advanceMinutes(60 * 24 * 4000);
    await purge.apply();
    expect(await rowsOf('paper_photos', 'id IN (SELECT paper_photo_id FROM ballots)')).toBe(1);
    await expect(api.dataSource.query('DELETE FROM paper_photos')).rejects.toThrow('only ever added');
  });

  it('takes the telephones off the roll once every lift of an owner has been handed over', async () => {
    const owners = () => rowsOf('owners', 'phone_sealed IS NOT NULL');
    const withPhone = await owners();
    expect(withPhone).toBeGreaterThan(0);
    const handedOver = (days: number) =>
      api.dataSource.query(`UPDATE stairwells SET stage = 'operation', stage_since_on = $2 WHERE id = $1`, [
        story.place.stairwellId,
        ago(days).toISOString().slice(0, 10),
      ]);
    await handedOver(179);
    expect((await look('owner-phones')).rows).toBe(0);
    await handedOver(182);
    expect((await look('owner-phones')).rows).toBe(withPhone);
    await purge.apply();
    expect(await owners()).toBe(0);
  });

  it('may look as the server’s own role, but only the owner of the tables takes anything away', async () => {
    await visited(4000);
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    try {
      await purgeCommand.run(api.app, ['--days', 'visit-notes=30']);
      await expect(purgeCommand.run(api.app, ['--apply'])).rejects.toThrow('permission denied');
    } finally {
      write.mockRestore();
    }
    expect(printed.join('')).toMatch(/^以下只是预览[^]*visit-notes {2}\d+ 行，最早 .*期限 30 天/);
    expect(await rowsOf('visits', `note <> '' AND visited_at < now()`)).toBeGreaterThan(0);
  });

  it('goes through thousands of rows in batches', async () => {
    await api.dataSource.query(
      `INSERT INTO password_tries (name_digest, tries, last_try_at) SELECT 'x' || n, 1, $1 FROM generate_series(1, 2500) n`,
      [ago(31)],
    );
    const lines = await purge.apply();
    expect(lines.find(({ rule }) => rule.id === 'password-tries')?.rows).toBe(2500);
    expect(await rowsOf('audit_events', `subject_id = 'password-tries'`)).toBe(3);
  });
});
