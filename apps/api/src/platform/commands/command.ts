import type { INestApplicationContext } from '@nestjs/common';

/** Something an operator runs: `node dist/commands.js <name> …`. A throw ends it with status 1 and its message. */
export interface Command {
  name: string;
  /** Arguments and purpose, one line. */
  usage: string;
  run(app: INestApplicationContext, args: string[]): Promise<void>;
}
