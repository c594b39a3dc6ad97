import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig } from '../../config';
import { seedDemoEstate } from '../../database/seeds/demo';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { DemoNote } from './demo-note.entity';

const STARTED_KEY = 'started';
export const GUIDE_KEY = 'guide';

/**
 * Seeds the demo once. A seed that was cut short goes on with the same instants and ids; one that is complete is left
 * alone, whatever the people trying it have done since.
 * @returns whether anything was done
 * @throws Error unless JIATI_DEMO is on: made-up neighbours must never turn up in an office's own database
 */
export async function seedDemo(app: INestApplicationContext): Promise<boolean> {
  const config = app.get(AppConfig);
  if (!config.JIATI_DEMO) throw new Error('The demo is seeded only with JIATI_DEMO=1.');
  const transactions = app.get(Transactions);
  const seededAt = await transactions.run(async (tx) => {
    if (await tx.existsBy(DemoNote, { key: GUIDE_KEY })) return null;
    const content = { at: app.get(Clock).now().toISOString() };
    await tx.createQueryBuilder().insert().into(DemoNote).values({ key: STARTED_KEY, content }).orIgnore().execute();
    const started = await tx.findOneByOrFail(DemoNote, { key: STARTED_KEY });
    return new Date((started.content as { at: string }).at);
  });
  if (seededAt === null) return false;
  const guide = await seedDemoEstate(app, seededAt, config.JIATI_DEMO_PASSWORD);
  await transactions.run((tx) => tx.upsert(DemoNote, { key: GUIDE_KEY, content: guide }, ['key']));
  return true;
}
