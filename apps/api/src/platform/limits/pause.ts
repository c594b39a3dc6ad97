import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

/** Lets a request wait without holding anything but its socket. Tests look at how long instead. */
@Injectable()
export class Pause {
  /** Resolves after so many milliseconds; at once for none. */
  async for(ms: number): Promise<void> {
    if (ms > 0) await setTimeout(ms);
  }
}
