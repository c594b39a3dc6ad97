import { Instant } from '../../../platform/validation';

/** That a dispute keeps a household's ballot as it is. */
export class FrozenDto {
  @Instant()
  since!: string;
}

/** The same from the column; null while there is no dispute. */
export function frozenOf({ ballotFrozenAt }: { ballotFrozenAt: Date | null }): FrozenDto | null {
  return ballotFrozenAt && { since: ballotFrozenAt.toISOString() };
}
