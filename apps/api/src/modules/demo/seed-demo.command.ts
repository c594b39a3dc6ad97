import type { Command } from '../../platform/commands';
import { seedDemo } from './seed-demo';

/** `seed-demo`: fills an empty database with made-up neighbours; a second time does nothing. */
export const seedDemoCommand: Command = {
  name: 'seed-demo',
  usage: '  fills the demo with made-up neighbours, once; needs JIATI_DEMO=1',
  async run(app) {
    const isNew = await seedDemo(app);
    process.stdout.write(`${JSON.stringify({ seeded: isNew })}\n`);
  },
};
