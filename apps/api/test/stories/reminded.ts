import { SmsStandIn, WechatStandIn } from '@jiati/tools/stand-ins';
import { purposeOf } from '../../src/modules/privacy';
import { REMINDER_PURPOSE, SendReminders } from '../../src/modules/reminders';
import { startTestApi, type Answer, type TestApi } from '../harness';
import type { Holder } from '../harness/http';
import { expectStatus, StairwellStory, type ResidentStory } from './stairwell-story';

let people = 0;

/** Somebody who has chosen how to be reminded, and where a reminder would arrive. */
export interface Reminded extends ResidentStory {
  phone: string;
  /** In WeChat. */
  user: string;
  /** Their session inside WeChat; null without one. */
  inWeapp: Holder | null;
}

/** The whole product beside those who carry its messages. */
export class RemindingOffice {
  private constructor(
    readonly api: TestApi,
    readonly sms: SmsStandIn,
    readonly wechat: WechatStandIn,
  ) {}

  static async begin(environment: Record<string, string> = {}): Promise<RemindingOffice> {
    const [sms, wechat] = await Promise.all([SmsStandIn.start(), WechatStandIn.start()]);
    const gateways = { ...sms.environment(), ...wechat.environment(), GATEWAY_TIMEOUT_MS: '2000' };
    return new RemindingOffice(await startTestApi({ environment: { ...gateways, ...environment } }), sms, wechat);
  }

  async stop(): Promise<void> {
    await this.api.stop();
    await Promise.all([this.sms.stop(), this.wechat.stop()]);
  }

  /** What an API beside this one needs to send through the same gateways. */
  gateways(): Record<string, string> {
    return { ...this.sms.environment(), ...this.wechat.environment() };
  }

  /** An open round on a stairwell of its own. */
  async round(sketch: Parameters<typeof StairwellStory.begin>[1] = {}): Promise<StairwellStory> {
    return (
      await StairwellStory.begin(this.api, { rooms: ['101', '102', '201', '202', '301', '302'], ...sketch })
    ).opens();
  }

  /** Somebody bound to the door, with a phone that signs in; nothing is chosen yet. */
  async neighbour(story: StairwellStory, room: string, relation = 'owner'): Promise<Reminded> {
    people += 1;
    const phone = `1390${String(people).padStart(7, '0')}`;
    await this.api.loginAs(`resident-${story.place.code}-${room}-${relation}`, { phone });
    const user = `user-${people}`;
    return Object.assign(await story.resident(room, relation), { phone, user, inWeapp: null });
  }

  /** Chooses text messages. */
  async bySms(story: StairwellStory, room: string, relation?: string): Promise<Reminded> {
    const neighbour = await this.neighbour(story, room, relation);
    expectStatus(await this.chooses(neighbour, 'sms'), 200);
    return neighbour;
  }

  /** Signs in inside WeChat, chooses it, and allows so many messages. */
  async byWeapp(story: StairwellStory, room: string, allowed = 1): Promise<Reminded> {
    const neighbour = await this.neighbour(story, room);
    await this.signsInInWeapp(neighbour);
    expectStatus(await this.chooses(neighbour, 'weapp'), 200);
    for (let time = 0; time < allowed; time += 1) expectStatus(await this.allows(neighbour), 201);
    return neighbour;
  }

  async signsInInWeapp(neighbour: Reminded): Promise<void> {
    const { user, phone } = neighbour;
    const codes = { loginCode: this.wechat.loginCode(user), phoneCode: this.wechat.phoneCode(phone) };
    const { body } = expectStatus(await this.api.http(undefined, 'weapp').post('/api/session/weapp', codes), 200);
    neighbour.inWeapp = { token: body.token, client: 'weapp' };
  }

  chooses({ http }: Reminded, channel: string, textVersion: string | null = this.textVersion): Promise<Answer> {
    return http.put('/api/my/reminders', { channel, textVersion: channel === 'none' ? null : textVersion });
  }

  /** Taps “allow” in WeChat, and the mini-program says so. */
  allows(neighbour: Reminded): Promise<Answer> {
    this.wechat.allowMessage(neighbour.user);
    return this.api.http(neighbour.inWeapp ?? neighbour.actor).post('/api/my/reminders/weapp-permissions');
  }

  async plan(story: StairwellStory): Promise<Answer['body']> {
    return expectStatus(await (await this.desk(story)).get(`/api/rounds/${story.roundId}/reminders`), 200).body;
  }

  async tries(story: StairwellStory): Promise<Answer> {
    return (await this.desk(story)).post(`/api/rounds/${story.roundId}/reminders`);
  }

  /** The office reminds, which succeeds. */
  async reminds(story: StairwellStory): Promise<Answer['body']> {
    return expectStatus(await this.tries(story), 201).body;
  }

  /** What waits is sent. */
  drains(): Promise<void> {
    return this.api.app.get(SendReminders).drain();
  }

  /** The officer with a session of today: these stories take days. */
  private async desk({ officer }: StairwellStory) {
    return this.api.http(await this.api.loginAs(officer.actor.displayName), 'office');
  }

  /** Where nobody's time but the round's matters. */
  laterBy(hours: number): void {
    this.api.clock.advanceMinutes(hours * 60);
    this.sms.advance(hours * 3_600_000);
    this.wechat.advance(hours * 3_600_000);
  }

  /** Of the text that stands beside the choice. */
  readonly textVersion = purposeOf(REMINDER_PURPOSE).version;
}
