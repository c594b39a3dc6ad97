import type { INestApplicationContext } from '@nestjs/common';
import { purposeOf } from '../../../modules/privacy';
import { ChooseReminder, REMINDER_PURPOSE } from '../../../modules/reminders';
import {
  CommitRollImport,
  IssueSlips,
  ManageVolunteers,
  PreviewRollImport,
  RollDirectory,
  type StairwellPlace,
} from '../../../modules/roll';
import { Clock, shanghaiDate } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import { Cast, type VolunteerKey } from './cast';
import { demoEstate, demoPhones } from './estate';
import { workbookOfEstate } from './estate-workbook';
import { guideOf, type DemoStory } from './guide';
import { Past } from './past';
import { playStairwell, type Scene } from './play-stairwell';
import { hireStaff } from './staff';
import { stories, type StairwellStory } from './stories';

/**
 * Makes 春晓苑 and lets its neighbours live through a few weeks, all of it through the use cases the product has, so
 * that nothing in the demo could not have happened. Safe to run again after it was cut short: ids and instants are the
 * same, what is done stays done.
 * @param seededAt the instant the story is told from
 * @param password for the whole staff, when it is long enough for one of the staff
 */
export async function seedDemoEstate(
  app: INestApplicationContext,
  seededAt: Date,
  password: string | undefined,
): Promise<DemoStory> {
  const past = new Past(app.get(Clock), seededAt);
  const cast = await Cast.assemble(app, past, password);
  const places = await importRoll(app, past, cast);
  await hireStaff(app, past, cast.password, places);
  await assignVolunteers(app, past, cast, places);
  const slips: DemoStory['slips'] = [];
  for (const story of stories) {
    const place = placeOf(places, story);
    const scene = await setScene(app, past, cast, place, story);
    await playStairwell(scene, story);
    await playNeighbours(scene, story);
    for (const roomNo of story.slips ?? []) slips.push({ code: place.code, roomNo, pin: scene.pins.get(roomNo)! });
  }
  const stairwells = stories.map((story) => ({
    code: placeOf(places, story).code,
    label: `${demoEstate.estateName} ${story.place}`,
    note: story.note,
  }));
  return guideOf({ password: cast.password, stairwells, slips });
}

async function importRoll(
  app: INestApplicationContext,
  past: Past,
  { officers }: Cast,
): Promise<Map<string, StairwellPlace>> {
  const { estateName, town, neighbourhood } = demoEstate;
  const file = { fileName: `${estateName}业主名册.xlsx`, bytes: workbookOfEstate(demoEstate) };
  const { estate } = await past.at(past.daysAgo(50), async () => {
    const preview = await app.get(PreviewRollImport).execute(officers.wang, { estateName, town, neighbourhood }, file);
    return app.get(CommitRollImport).execute(officers.wang, preview.id);
  });
  return app.get(Transactions).run(async (tx) => {
    await app.get(RollDirectory).setHotline(tx, estate.id!, '021-00000000');
    const places = await app.get(RollDirectory).stairwellsOfEstate(tx, estate.id!);
    return new Map(places.map((place) => [`${place.buildingName} ${place.stairwellName}`, place]));
  });
}

async function assignVolunteers(
  app: INestApplicationContext,
  past: Past,
  cast: Cast,
  places: Map<string, StairwellPlace>,
): Promise<void> {
  const expiresOn = shanghaiDate(past.daysAgo(-90));
  for (const key of ['xu', 'zhou', 'chen'] satisfies VolunteerKey[]) {
    const stairwellIds = stories
      .filter(({ volunteer }) => volunteer === key)
      .map((story) => placeOf(places, story).stairwellId);
    const { accountId } = cast.volunteers[key];
    await past.at(past.daysAgo(44), () =>
      app.get(ManageVolunteers).assign(cast.officers.wang, accountId, { stairwellIds, expiresOn }),
    );
  }
}

async function setScene(
  app: INestApplicationContext,
  past: Past,
  cast: Cast,
  place: StairwellPlace,
  story: StairwellStory,
): Promise<Scene> {
  const facts = await app
    .get(Transactions)
    .read((tx) => app.get(RollDirectory).householdsInScope(tx, 'stairwell', place.stairwellId));
  const doors = new Map(facts.map((door) => [door.roomNo, door]));
  const bySlip = (story.round?.ballots ?? []).filter(
    ({ channel, phone }) => channel === 'self_service' && phone === undefined,
  );
  const rooms = new Set([
    ...bySlip.map(({ roomNo }) => roomNo),
    ...(story.round?.consents ?? []),
    ...(story.slips ?? []),
    ...extraSlips(story),
  ]);
  const householdIds = [...rooms].map((roomNo) => doors.get(roomNo)!.householdId);
  const issued =
    householdIds.length === 0
      ? []
      : await past.at(past.daysAgo(43), () =>
          app.get(IssueSlips).execute(cast.officers.wang, place.stairwellId, householdIds),
        );
  return { app, past, cast, place, doors, pins: new Map(issued.map(({ roomNo, pin }) => [roomNo, pin])) };
}

const tenantRoom = { place: '3号楼 7号', roomNo: '402' };
const waitingRoom = { place: '2号楼 6号', roomNo: '401' };
const remindedRoom = { place: '2号楼 6号', roomNo: '202' };
const extraSlips = ({ place }: StairwellStory): string[] => (place === tenantRoom.place ? [tenantRoom.roomNo] : []);

/**
 * Three neighbours beside the story: a tenant who may only read, someone the office has yet to check, and someone silent
 * who has chosen to be reminded.
 */
async function playNeighbours({ app, cast, past, place, doors, pins }: Scene, story: StairwellStory): Promise<void> {
  if (story.place === tenantRoom.place) {
    const tenant = await cast.byPhone(demoPhones.tenant, '租客小吴', past.daysAgo(3, 12));
    const door = { stairwellCode: place.code, roomNo: tenantRoom.roomNo, pin: pins.get(tenantRoom.roomNo)! };
    await cast.bind(tenant, door, { method: 'slip', relation: 'tenant' }, past.daysAgo(3, 12, 30));
  }
  if (story.place === waitingRoom.place) {
    const neighbour = await cast.byPhone(demoPhones.waiting, '倪文彬', past.daysAgo(1, 16));
    const door = { stairwellCode: place.code, roomNo: waitingRoom.roomNo };
    await cast.bind(neighbour, door, { method: 'office_check', relation: 'co_owner' }, past.daysAgo(1, 16, 30));
  }
  if (story.place === remindedRoom.place) {
    const { roomNo } = remindedRoom;
    const neighbour = await cast.byPhone(demoPhones.reminded, doors.get(roomNo)!.owners[0]!.name, past.daysAgo(2, 19));
    const door = { stairwellCode: place.code, roomNo };
    await cast.bind(neighbour, door, { method: 'roll_phone', relation: 'owner' }, past.daysAgo(2, 19, 10));
    const choice = { channel: 'sms' as const, textVersion: purposeOf(REMINDER_PURPOSE).version };
    await past.at(past.daysAgo(2, 19, 20), () => app.get(ChooseReminder).choose(neighbour, choice));
  }
}

function placeOf(places: ReadonlyMap<string, StairwellPlace>, story: StairwellStory): StairwellPlace {
  const place = places.get(story.place);
  if (!place) throw new Error(`The demo's roll holds no ${story.place}.`);
  return place;
}
