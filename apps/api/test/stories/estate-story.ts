import { randomUUID, type UUID } from 'node:crypto';
import { addStairwell, type Answer, type TestApi } from '../harness';
import { StairwellStory, type Choice } from './stairwell-story';

const RULESETS = { stairwell: 'cn-278-7', building: 'sh-2020-801-building', estate: 'sh-2020-801-estate' } as const;
export type Scope = keyof typeof RULESETS;

/** The stairwells of the estate: `first` and its `neighbour` in one building, `afar` in another. */
export const STAIRWELLS = ['first', 'neighbour', 'afar'] as const;
export type Which = (typeof STAIRWELLS)[number];

/** An estate of two buildings and three stairwells, with rounds of every scope. */
export class EstateStory {
  private constructor(
    readonly api: TestApi,
    /** Who lives here votes, whatever the scope of the round. */
    readonly first: StairwellStory,
    readonly ids: Record<Which, string>,
    readonly codes: Record<Which, string>,
    readonly otherBuildingId: string,
  ) {}

  static async begin(api: TestApi): Promise<EstateStory> {
    const first = await StairwellStory.begin(api, { rooms: ['101', '102', '201', '202'] });
    const { estateId, code, stairwellId } = first.place;
    const otherBuildingId = randomUUID();
    await api.dataSource.query(`INSERT INTO buildings (id, estate_id, name) VALUES ($1, $2, '2号楼')`, [
      otherBuildingId,
      estateId,
    ]);
    const doors = [{ roomNo: '101' }, { roomNo: '201' }];
    const add = (which: string, name: string, buildingId: string) =>
      addStairwell(api.dataSource, { estateId, buildingId }, { name, code: `${code}${which}`, doors });
    const neighbour = await add('N', '2号门洞', first.place.buildingId);
    const afar = await add('F', '3号门洞', otherBuildingId);
    const ids = { first: stairwellId, neighbour: neighbour.stairwellId, afar: afar.stairwellId };
    return new EstateStory(
      api,
      first,
      ids,
      { first: code, neighbour: neighbour.code, afar: afar.code },
      otherBuildingId,
    );
  }

  /** Opens a round that asks the first stairwell, its building or the estate; what comes next is about this round. */
  async opens(scopeKind: Scope): Promise<UUID> {
    const { stairwellId, buildingId, estateId } = this.first.place;
    const scopeId = { stairwell: stairwellId, building: buildingId, estate: estateId }[scopeKind];
    const story = this.about(randomUUID());
    await story.opens({ scopeKind, scopeId, rulesetId: RULESETS[scopeKind] });
    return story.roundId;
  }

  /** The first stairwell and its officer turn to another round. */
  about(roundId: UUID): StairwellStory {
    this.first.roundId = roundId;
    return this.first;
  }

  votes(roundId: UUID, roomNo: string, choice: Choice = 'for'): Promise<void> {
    return this.about(roundId).vote(choice, roomNo);
  }

  page(which: Which, etag?: string): Promise<Answer> {
    const known = etag === undefined ? undefined : { 'if-none-match': etag };
    return this.api.http().get(`/api/public/stairwells/${this.codes[which]}`, known);
  }
}
