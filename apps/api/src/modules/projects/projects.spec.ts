import { startTestApi, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

describe('a stairwell as it is shown', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await StairwellStory.begin(api, { areas: { '101': null } });
  });
  afterAll(() => api.stop());

  it('to anyone with the poster’s link, before, during and after a round', async () => {
    expect(expectStatus(await story.publicPage(), 200).body).toMatchObject({
      ...{ code: story.place.code, buildingName: '1号楼', name: '1号门洞', householdCount: 12, floorCount: 6 },
      ...{ stage: 'canvass', round: null, interest: { registeredHouseholds: 0 } },
    });
    await story.opens();
    expect((await story.publicPage()).body).toMatchObject({
      stage: 'consultation',
      round: { state: 'open', closedAt: null },
    });
    const unknown = await api.http().get('/api/public/stairwells/ZZZZZZ');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'stairwell_link_unknown' } });
  });

  it('to the office: every stairwell of the estate with its round, and what is owed today', async () => {
    const { body } = expectStatus(await story.officer.http.get(`/api/estates/${story.place.estateId}/stairwells`), 200);
    expect(body).toMatchObject([
      {
        ...{ id: story.place.stairwellId, code: story.place.code, householdCount: 12, unknownAreaCount: 1 },
        round: {
          id: story.roundId,
          state: 'open',
          scopeLabel: `春晓苑${story.place.code} 1号楼 1号门洞`,
          pendingReviews: 0,
        },
      },
    ]);
    const resident = await story.resident('302');
    expect((await resident.http.get(`/api/estates/${story.place.estateId}/stairwells`)).status).toBe(403);
    await story.officer.closes();
    const { body: today } = expectStatus(await story.officer.http.get('/api/office/today'), 200);
    expect(today).toMatchObject({ pendingReviews: 0, openRounds: [], awaitingAnnouncement: [{ id: story.roundId }] });
  });
});
