import type { INestApplicationContext } from '@nestjs/common';

/** Something an operator runs: `node dist/commands.js <name> …`. A throw ends it with status 1 and its message. */
export interface Command {
  name: string;
  /** Arguments and purpose, one line. */
  usage: string;
  /** Connects by MIGRATION_DATABASE_URL: for what the server's own role may not do. */
  asOwner?: boolean;
  run(app: INestApplicationContext, args: string[]): Promise<void>;
}
