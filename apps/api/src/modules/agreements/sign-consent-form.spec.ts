import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { drawn, signatureOfBytes, typed } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

describe('signing the consent form', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await (await StairwellStory.begin(api)).opens();
  });
  afterAll(() => api.stop());

  it('keeps the hashes of what was signed, with a finger or a typed name', async () => {
    const resident302 = await story.resident('302');
    await resident302.votes('for');
    const { body: form } = expectStatus(await resident302.signs({ signature: drawn }), 201);
    const { body: paper } = await resident302.ballotPaper();
    expect(form.agreementHash).toBe(paper.documents.agreement.hash);
    expect(paper.consent).toEqual({ signedAt: form.signedAt });
    const [{ cost_table_hash }] = await api.dataSource.query(
      'SELECT cost_table_hash FROM consent_forms WHERE id = $1',
      [form.id],
    );
    expect(cost_table_hash).toBe(paper.documents.costTable.hash);
    expectStatus(await (await story.resident('401')).signs({ signature: typed('陈阿姨') }), 201);
  });

  it('sent twenty times at once is signed once; the id with another signature is refused', async () => {
    const resident501 = await story.resident('501');
    const fields = { id: randomUUID(), signedAt: api.clock.now().toISOString(), signature: drawn };
    const answers = await Promise.all(Array.from({ length: 20 }, () => resident501.signs(fields)));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    const [{ forms, signatures }] = await api.dataSource.query(
      `SELECT (SELECT count(*) FROM consent_forms WHERE household_id = $1) AS forms,
              (SELECT count(*) FROM signatures WHERE created_by = $2) AS signatures`,
      [resident501.householdId, resident501.actor.accountId],
    );
    expect({ forms, signatures }).toEqual({ forms: 1, signatures: 1 });
    const other = await resident501.signs({ ...fields, signature: typed('别人') });
    expect(other).toMatchObject({ status: 422, body: { code: 'id_reused' } });
  });

  it('refuses a tenant, someone else’s household, and a signature of 5 MB', async () => {
    const tenant = await story.resident('302', 'tenant');
    expect(await tenant.signs({ signature: drawn })).toMatchObject({ status: 403, body: { code: 'may_not_sign' } });
    const resident101 = await story.resident('101');
    const elsewhere = { signature: drawn, householdId: story.household('302') };
    expect(await resident101.signs(elsewhere)).toMatchObject({ status: 404, body: { code: 'not_bound' } });
    const huge = { kind: 'drawn', pngBase64: signatureOfBytes(5 * 1024 * 1024) };
    expect((await resident101.signs({ signature: huge })).status).toBe(413);
  });

  it('is possible until the result is settled, and not in a void round', async () => {
    const another = await (await StairwellStory.begin(api)).opens();
    const resident101 = await another.resident('101');
    await another.officer.closes();
    await another.officer.announces();
    expectStatus(await resident101.signs({ signature: drawn }), 201);
    const voided = await (await StairwellStory.begin(api)).opens();
    expectStatus(await voided.officer.moves('void', { reason: '改期' }), 200);
    const refused = await (await voided.resident('101')).signs({ signature: drawn });
    expect(refused).toMatchObject({ status: 409, body: { code: 'round_not_signing' } });
  });
});
