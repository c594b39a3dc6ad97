import type { INestApplicationContext } from '@nestjs/common';
import {
  CreateOfficer,
  DemoCodes,
  LEAST_PASSWORD_LENGTH,
  SendPhoneCode,
  SignInByPhone,
  SmsSender,
} from '../../../modules/accounts';
import { CreateBinding, SignInBySlip } from '../../../modules/bindings';
import { ManageVolunteers } from '../../../modules/roll';
import { NO_REMIT, type Actor, type Remit, type Role } from '../../../platform/access';
import { Limits } from '../../../platform/limits';
import { Transactions } from '../../../platform/transaction';
import { demoEstate, demoPhones } from './estate';
import { demoId, type Past } from './past';

const volunteers = {
  xu: { displayName: '徐老师', phone: demoPhones.xu },
  zhou: { displayName: '周阿姨', phone: demoPhones.zhou },
  chen: { displayName: '小陈', phone: demoPhones.chen },
} as const;
export type VolunteerKey = keyof typeof volunteers;

const officers = { wang: '王主任', li: '李干事' } as const;
export type OfficerKey = keyof typeof officers;

const actorOf = (accountId: string, role: Role, displayName: string, remit: Remit = NO_REMIT): Actor => ({
  accountId,
  role,
  displayName,
  remit,
  sessionId: demoId('session', accountId),
});

/** The people of the demo. Everyone comes in as they would in life: officers by command, neighbours by slip or telephone. */
export class Cast {
  private readonly signedIn = new Map<string, Actor>();

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly past: Past,
    readonly officers: Record<OfficerKey, Actor>,
    readonly volunteers: Record<VolunteerKey, Actor>,
    /** Of the whole staff. */
    readonly password: string,
  ) {}

  /** Makes officers and volunteers. A given password is used when it is long enough, else one is made up. */
  static async assemble(app: INestApplicationContext, past: Past, givenPassword: string | undefined): Promise<Cast> {
    let password = (givenPassword ?? '').length >= LEAST_PASSWORD_LENGTH ? givenPassword : undefined;
    const made = new Map<OfficerKey, Actor>();
    for (const key of ['wang', 'li'] as const) {
      const { town, neighbourhood } = demoEstate;
      const input = {
        username: key,
        displayName: officers[key],
        town,
        neighbourhood,
        mustChangePassword: false,
        ...(password === undefined ? {} : { password }),
      };
      const officer = await past.at(past.daysAgo(60), () => app.get(CreateOfficer).execute(input));
      await app.get(Transactions).run((tx) => app.get(DemoCodes).install(tx, officer.id));
      password = officer.password;
      const remit = { ...NO_REMIT, neighbourhoods: [{ town, neighbourhood }] };
      made.set(key, actorOf(officer.id, 'officer', officers[key], remit));
    }
    const wang = made.get('wang')!;
    const helpers = new Map<VolunteerKey, Actor>();
    for (const key of ['xu', 'zhou', 'chen'] as const) {
      const saved = await past.at(past.daysAgo(45), () =>
        app.get(ManageVolunteers).save(wang, { id: demoId('volunteer', key), ...volunteers[key] }),
      );
      helpers.set(key, actorOf(saved.accountId, 'volunteer', saved.displayName));
    }
    return new Cast(
      app,
      past,
      { wang, li: made.get('li')! },
      { xu: helpers.get('xu')!, zhou: helpers.get('zhou')!, chen: helpers.get('chen')! },
      password!,
    );
  }

  /** A household's owner, signed in by the office's slip; once, whatever they do afterwards. */
  async bySlip(door: { stairwellCode: string; roomNo: string; pin: string; name: string }, at: Date): Promise<Actor> {
    const { stairwellCode, roomNo, pin, name: statedName } = door;
    const known = this.signedIn.get(stairwellCode + roomNo);
    if (known) return known;
    const input = { stairwellCode, roomNo, pin, statedName, relation: 'owner' as const };
    const session = await this.past.at(at, () => this.app.get(SignInBySlip).execute('h5', input));
    const actor = actorOf(session.accountId, 'resident', statedName);
    this.signedIn.set(stairwellCode + roomNo, actor);
    return actor;
  }

  /** A neighbour, signed in by a code sent to the telephone; once, whatever they do afterwards. */
  async byPhone(phone: string, name: string, at: Date): Promise<Actor> {
    const known = this.signedIn.get(phone);
    if (known) return known;
    const { accountId } = await this.signIn(phone, at);
    const actor = actorOf(accountId, 'resident', name);
    this.signedIn.set(phone, actor);
    return actor;
  }

  /** Limits count in real time, whatever day it is in the story: nobody is made to wait by what happened in it. */
  private async signIn(phone: string, at: Date): Promise<{ accountId: string }> {
    const limits = this.app.get(Limits);
    await limits.clear('smsPhoneMinute', phone);
    const session = await this.past.at(at, async () => {
      await this.app.get(SendPhoneCode).execute({ phone });
      const sent = this.app
        .get(SmsSender)
        .recentCodes()
        .find((each) => each.phone === phone);
      if (!sent) throw new Error('The demo needs JIATI_DEMO=1 and no SMS gateway.');
      return this.app.get(SignInByPhone).execute('h5', { phone, code: sent.code });
    });
    await limits.clear('smsPhoneMinute', phone);
    await limits.clear('smsPhoneDay', phone);
    return session;
  }

  /** Binds someone to a household; the same request again is the same binding. */
  async bind(
    actor: Actor,
    door: { stairwellCode: string; roomNo: string; pin?: string },
    how: { method: 'slip' | 'roll_phone' | 'office_check'; relation: 'owner' | 'co_owner' | 'tenant' },
    at: Date,
  ): Promise<void> {
    const input = {
      id: demoId('binding', actor.displayName, door.stairwellCode, door.roomNo),
      statedName: actor.displayName,
      ...door,
      ...how,
    };
    await this.past.at(at, () => this.app.get(CreateBinding).execute(actor, input));
  }
}
