import { askingOf, send } from './asking';
import { OPERATIONS } from './operations';
import { Surface } from './surface';
import { PRINCIPALS, type Principal, type World } from './world';

/** Those who are shown no neighbour's name, whatever they ask for. */
const NAMELESS: readonly Principal[] = ['anonymous', 'committee', 'contractor', 'operator'];

const placesOf = ({ story, stairwellId, household }: World): string[] => [
  story.place.estateId,
  stairwellId,
  household,
  story.roundId,
];

describe('who may do what', () => {
  let surface: Surface;
  beforeAll(async () => {
    surface = await Surface.begin();
  });
  afterAll(() => surface.stop());

  it('has an expectation for every operation and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(Object.keys(surface.routes).sort());
  });

  describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
    it('answers each principal as declared', async () => {
      const { api, world, routes } = surface;
      const statuses: Record<string, number> = {};
      for (const who of PRINCIPALS) {
        const answer = await send(api, await askingOf(routes[operation]!, world, who));
        statuses[who] = answer.status;
        const text = answer.bytes.toString('utf8');
        if (!OPERATIONS[operation]!.showsPhone) expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
        if (NAMELESS.includes(who) && !operation.startsWith('signIn')) expect(text).not.toMatch(/业主\d{3}/);
        // Also a list that is answered with 200 holds nothing of the other neighbourhood.
        if (who === 'otherOfficer' && OPERATIONS[operation]!.answers.anonymous === 401) {
          expect(placesOf(world).filter((id) => text.includes(id))).toEqual([]);
        }
        if (answer.status >= 400) expect(answer.headers['content-type']).toContain('application/problem+json');
      }
      expect(statuses).toEqual(OPERATIONS[operation]!.answers);
    });
  });
});
