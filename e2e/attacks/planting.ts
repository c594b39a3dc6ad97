import { randomUUID } from 'node:crypto';
import { Authenticator } from '../../apps/api/test/passkeys/authenticator.ts';
import { rollOf } from '../../apps/api/test/roll/odd-files.ts';
import { PAPER_PHOTO, SIGNATURE_PNG } from '../../apps/api/test/stories/papers.ts';
import type { DemoGuide } from '../support/demo.ts';
import { BARE, COMMAND, LONG, NAME, SHORT } from './markup.ts';
import { Someone, type Answered } from './someone.ts';

const PLACE = { town: '莘园镇', neighbourhood: '春晓居民区' };
const ROOMS = ['101', '102', '201', '202', '301', '302'];
const reason = LONG;
const note = LONG;
const drawn = { kind: 'drawn', pngBase64: SIGNATURE_PNG };
const photo = { letterPhotoBase64: PAPER_PHOTO };
const now = () => new Date().toISOString();
const dayIn = (days: number) => new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** A sheet with something planted in every cell that takes text; one of its rows is refused. */
export function plantedRoll(): Buffer {
  const row = (roomNo: string, floor: number, owner: string, phone = '', tenure = '商品房') => [
    ...[`${BARE}1号楼`, `${BARE}1号`, roomNo, floor, '60.00', owner, '', phone, tenure, '', LONG],
  ];
  return rollOf(
    ...ROOMS.map((roomNo) => row(roomNo, Number(roomNo[0]), `${NAME}${roomNo}`, `1990077${roomNo}1`)),
    row('401', 4, `房管所${BARE}（承租人：${BARE}）`, '19900774011', '公房'),
    ...['402', '501'].map((roomNo) => row(roomNo, Number(roomNo[0]), `${BARE}${roomNo}`)),
    row('502', 5, NAME, '', `${BARE}别墅`), // a row that is refused, and shown as such
  );
}

/** Where what was planted can be seen. */
export interface Planted {
  code: string;
  estateId: string;
  stairwellId: string;
  buildingId: string;
  roundId: string;
  voidedRoundId: string;
  households: Record<string, string>;
  proxyId: string;
  caseId: string;
  reviewIds: string[];
  people: Record<'wang' | 'operator' | 'auditor' | 'street' | 'owner' | 'volunteer', Someone>;
}

/** Fills every text field of the API with what a page must not take for more than text, as its people would. */
export class Planting {
  private readonly owners: Record<string, Someone> = {};
  private slips: Record<string, string> = {};
  private planted = {} as Planted;

  private constructor(
    private readonly url: string,
    private readonly wang: Someone,
    private readonly operator: Someone,
  ) {}

  static async everywhere(url: string): Promise<Planted> {
    const planting = new Planting(url, await staffOf(url, 'wang'), await staffOf(url, 'wu'));
    await planting.rollAndSlips();
    await planting.rounds();
    await planting.ownersAtHome();
    await planting.volunteerAtTheDoors();
    await planting.householdsInTrouble();
    await planting.accounts();
    const [auditor, street] = await Promise.all(['sun', 'qian'].map((name) => staffOf(url, name)));
    const { wang, operator } = planting;
    Object.assign(planting.planted.people, { wang, operator, auditor, street });
    return planting.planted;
  }

  private household(roomNo: string): string {
    return this.planted.households[roomNo]!;
  }

  private async rollAndSlips(): Promise<void> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(plantedRoll())]), `${SHORT}.xlsx`);
    form.set('estateName', NAME);
    for (const [name, value] of Object.entries(PLACE)) form.set(name, value);
    const { id: importId } = await this.wang.post('/roll-imports', form);
    await this.wang.post(`/roll-imports/${importId}/commit`);
    const { estates } = await this.wang.get('/estates');
    const estateId = estates.find(({ name }: Answered) => name === NAME).id;
    const [stairwell] = await this.wang.get(`/estates/${estateId}/stairwells`);
    const rows: Answered[] = await this.wang.get(`/stairwells/${stairwell.id}/households`);
    const households = Object.fromEntries(rows.map((each) => [each.roomNo, each.householdId]));
    const { code, id: stairwellId, buildingId } = stairwell;
    Object.assign(this.planted, {
      estateId,
      stairwellId,
      buildingId,
      code,
      households,
      reviewIds: [],
      people: {},
    });
    const slips: Answered[] = await this.wang.post(`/stairwells/${stairwellId}/slips`, {});
    this.slips = Object.fromEntries(slips.map(({ roomNo, pin }) => [roomNo, pin]));
    await this.wang.patch(`/households/${this.household('101')}`, { remark: LONG });
    const ownerOf = async (roomNo: string) =>
      (await this.wang.get(`/households/${this.household(roomNo)}`)).owners[0].id;
    await this.wang.post(`/owners/${await ownerOf('102')}/phone`, { reason });
    await this.wang.post(`/owners/${await ownerOf('402')}/merge`, { intoOwnerId: await ownerOf('501'), reason });
  }

  private async rounds(): Promise<void> {
    const texts = { title: NAME, statement: LONG, schemeText: `${LONG}\n${LONG}`, agreementText: LONG };
    const costTable = { totalFen: 0, subsidyFen: 0, method: 'custom', rows: [] };
    const draft = {
      ...{ scopeKind: 'stairwell', scopeId: this.planted.stairwellId, rulesetId: 'cn-278-7', costTable },
      ...{ ...texts, closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString() },
    };
    const [voided, open] = [randomUUID(), randomUUID()];
    await this.wang.post('/rounds', { id: voided, ...draft });
    await this.wang.put(`/rounds/${voided}`, draft);
    await this.wang.post(`/rounds/${voided}/open`);
    await this.wang.post(`/rounds/${voided}/void`, { reason });
    await this.wang.post('/rounds', { id: open, ...draft });
    await this.wang.post(`/rounds/${open}/open`);
    Object.assign(this.planted, { roundId: open, voidedRoundId: voided });
  }

  private async bySlip(roomNo: string): Promise<Someone> {
    const owner = new Someone(this.url, 'h5');
    const door = { stairwellCode: this.planted.code, roomNo, pin: this.slips[roomNo] };
    await owner.post('/session/slip', { ...door, relation: 'owner', statedName: NAME });
    return owner;
  }

  private casts(who: Someone, roomNo: string, fields: object): Promise<Answered> {
    const ballot = { id: randomUUID(), householdId: this.household(roomNo), castAt: now(), ...fields };
    return who.post(`/rounds/${this.planted.roundId}/ballots`, ballot);
  }

  private async ownersAtHome(): Promise<void> {
    for (const roomNo of ['101', '102', '201', '202']) this.owners[roomNo] = await this.bySlip(roomNo);
    const owner = this.owners['101']!;
    this.planted.people.owner = owner;
    const householdId = this.household('101');
    await owner.put('/session/helper', { helperName: NAME, helperRelation: 'child' });
    const interest = { id: randomUUID(), householdId, stance: 'for', reasons: [], note, channel: 'self_service' };
    await owner.post('/expressions-of-interest', interest);
    const typed = { kind: 'typed', typedName: NAME };
    await this.casts(owner, '101', { choice: 'for', channel: 'self_service', signature: typed });
    await this.casts(this.owners['202']!, '202', { choice: 'against', channel: 'self_service' });
    const consent = { id: randomUUID(), householdId, signature: typed, signedAt: now() };
    await owner.post(`/rounds/${this.planted.roundId}/consent-forms`, consent);
    const evidence = { documentKind: 'inheritance', documentNumber: NAME, photoBase64: PAPER_PHOTO };
    const door = { stairwellCode: this.planted.code, roomNo: '301', statedName: NAME };
    await owner.post('/bindings', { id: randomUUID(), ...door, relation: 'heir', method: 'office_check', evidence });
    for (const proxyPhone of ['19900077901', '19900077902']) {
      const letter = { id: randomUUID(), householdId, roundId: null, proxyName: NAME, proxyPhone, ...photo };
      const term = {
        documentKind: 'identity_card',
        documentNumber: NAME,
        validFromOn: dayIn(0),
        validUntilOn: dayIn(30),
      };
      this.planted.proxyId = (await owner.post('/proxy-authorisations', { ...letter, ...term })).id;
    }
    await owner.post(`/proxy-authorisations/${this.planted.proxyId}/revoke`, { reason });
  }

  private async volunteerAtTheDoors(): Promise<void> {
    const phone = '19900077903';
    const { accountId } = await this.wang.post('/volunteers', { id: randomUUID(), displayName: SHORT, phone });
    const stairwellIds = [this.planted.stairwellId];
    await this.wang.put(`/volunteers/${accountId}/assignments`, { stairwellIds, expiresOn: dayIn(90) });
    await this.wang.post(`/people/${accountId}/phone`, { reason });
    const volunteer = new Someone(this.url, 'h5');
    await volunteer.post('/session/codes', { phone });
    const { code } = (await guideOf(this.url)).phoneCodes.find((each) => each.phone === phone)!;
    await volunteer.post('/session/phone', { phone, code });
    await volunteer.put('/session/device-pin', { pin: '273951' });
    this.planted.people.volunteer = volunteer;
    const visit = { id: randomUUID(), householdId: this.household('302'), outcome: 'considering', revisitOn: null };
    await volunteer.post('/visits', { ...visit, note, visitedAt: now() });
    const evidence = { signature: drawn, signerName: NAME, signerRelation: 'owner', identityCheck: 'known_in_person' };
    for (const roomNo of ['102', '201', '202', '301', '302']) {
      await this.casts(volunteer, roomNo, { choice: 'for', channel: 'home_visit', ...evidence });
    }
  }

  private async householdsInTrouble(): Promise<void> {
    const { wang } = this;
    const roundId = this.planted.roundId;
    const waitingIn = async (query: string): Promise<Answered[]> =>
      (await wang.get(`/reviews?state=waiting${query}`)).reviews;
    const waiting = await waitingIn(`&roundId=${roundId}`);
    const ours = (await waitingIn('')).filter(({ place }) => place.includes(BARE));
    this.planted.reviewIds = [...new Set([...waiting, ...ours].map(({ id }) => id))];
    const verdicts = [
      ['102', 'approve', { note }],
      ['201', 'return', { reason }],
      ['302', 'reject', { reason }],
    ] as const;
    for (const [roomNo, verdict, words] of verdicts) {
      const { id } = waiting.find((each) => each.roomNo === roomNo);
      await wang.post(`/reviews/${id}/${verdict}`, words);
    }
    const { cases } = await wang.get(`/cases?roundId=${roundId}`);
    const { id: caseId, version, ballots } = await wang.get(`/cases/${cases[0].id}`);
    await wang.post(`/cases/${caseId}/settle`, { id: randomUUID(), ballotId: ballots[0].id, reason, version });
    for (const roomNo of ['302', '501']) {
      const { id } = await wang.post(`/households/${this.household(roomNo)}/disputes`, { id: randomUUID(), reason });
      if (roomNo === '302') await wang.post(`/disputes/${id}/settle`, { reason });
    }
    const deed = { transferredOn: dayIn(-1), documentNumber: NAME, note };
    const transfer = { id: randomUUID(), newOwnerNames: [NAME], ...deed };
    await wang.post(`/households/${this.household('402')}/title-transfers`, transfer);
    const { bindings } = await wang.get(`/bindings?estateId=${this.planted.estateId}&state=approved`);
    const binding = bindings.find((each: Answered) => each.roomNo === '201');
    await wang.post(`/bindings/${binding.id}/end`, { reason });
    this.planted.caseId = caseId;
  }

  private async accounts(): Promise<void> {
    const remits = [{ kind: 'neighbourhood', town: NAME, neighbourhood: NAME }];
    const account = { id: randomUUID(), role: 'officer', displayName: COMMAND, username: 'planted', remits };
    await this.operator.post('/people', account);
    await this.operator.put(`/people/${account.id}/remits`, {
      remits: [...remits, { kind: 'neighbourhood', ...PLACE }],
    });
    for (const act of ['disable', 'enable', 'end-sessions', 'reset-sign-in']) {
      await this.operator.post(`/people/${account.id}/${act}`, { reason });
    }
    const key = new Authenticator(this.url, new URL(this.url).hostname);
    const { challengeId, options } = await this.wang.post('/my/passkeys/options');
    await this.wang.post('/my/passkeys', { challengeId, label: NAME, response: key.create(options) });
  }
}

const guideOf = async (url: string): Promise<DemoGuide> =>
  (await fetch(`${url}/api/demo`)).json() as Promise<DemoGuide>;

/** Somebody of the demo's staff, signed in with both factors. */
async function staffOf(url: string, username: string): Promise<Someone> {
  const person = (await guideOf(url)).people.find((each) => each.username === username)!;
  const staff = new Someone(url, 'office');
  await staff.post('/session/password', { username, password: person.password });
  await staff.post('/session/totp', { code: person.totpCode });
  return staff;
}
