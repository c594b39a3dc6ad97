import { formatPlace, formatRoom } from '@jiati/contracts';
import type { BallotPaper } from '@/api/wire';

/** Where a ballot paper belongs, as the line above a page's title. */
export function placeOf(paper: BallotPaper): string {
  const { estateName, buildingName, stairwellName, roomNo } = paper.household;
  return formatPlace(estateName, buildingName, stairwellName, formatRoom(roomNo));
}
