import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config';
import type { DemoStory } from '../../database/seeds/demo';
import { Transactions } from '../../platform/transaction';
import { DemoCodes, SmsSender } from '../accounts';
import { DemoNote } from './demo-note.entity';
import { demoRefusals } from './demo.refusals';
import type { DemoGuideDto } from './dto/demo-guide.dto';
import { GUIDE_KEY } from './seed-demo';

/** The demo's guide; on a real installation there is none. */
@Injectable()
export class ReadDemoGuide {
  constructor(
    private readonly config: AppConfig,
    private readonly transactions: Transactions,
    private readonly sms: SmsSender,
    private readonly demoCodes: DemoCodes,
  ) {}

  /** Before the seed it names nobody, and still shows the phone codes. @throws demo_off (404) unless the demo is on */
  async execute(): Promise<DemoGuideDto> {
    if (!this.config.JIATI_DEMO) throw demoRefusals.demo_off();
    const note = await this.transactions.read((tx) => tx.findOneBy(DemoNote, { key: GUIDE_KEY }));
    const story = (note?.content ?? { people: [], stairwells: [], slips: [] }) as DemoStory;
    const codes = this.sms
      .recentCodes()
      .map(({ phone, code, sentAt }) => ({ phone, code, sentAt: sentAt.toISOString() }));
    const usernames = story.people.flatMap(({ username }) => username ?? []);
    const totpCodes = await this.transactions.read((tx) => this.demoCodes.codesOf(tx, usernames));
    const people = story.people.map((person) => {
      const totpCode = totpCodes.get(person.username ?? '');
      return totpCode === undefined ? person : { ...person, totpCode };
    });
    return { ...story, people, phoneCodes: codes };
  }
}
