import { ApiProperty } from '@nestjs/swagger';
import type { ChainHead } from '../chain.types';

/** Where a round's record chain stands. Written down anywhere else, it proves that nothing before it was changed. */
export class ChainHeadDto implements ChainHead {
  @ApiProperty({ type: 'integer', description: 'How many events it has' })
  count!: number;

  @ApiProperty({ description: 'SHA-256 of the last event, 64 hex digits; people compare the first eight' })
  head!: string;
}
