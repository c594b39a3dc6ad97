import type { INestApplicationContext } from '@nestjs/common';
import { SignConsentForm } from '../../../modules/agreements';
import { CastBallot } from '../../../modules/ballots';
import { ExpressInterest } from '../../../modules/interest';
import { DecideSubmission, ReadReviews } from '../../../modules/reviews';
import { RollDirectory, type HouseholdFacts, type StairwellPlace } from '../../../modules/roll';
import { AnnounceRound, CloseRound, DraftRound, OpenRound, ReadRounds } from '../../../modules/rounds';
import { RecordVisit } from '../../../modules/visits';
import type { Actor } from '../../../platform/access';
import { shanghaiDate } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import type { Cast } from './cast';
import { drawnSignature, photographedPaper } from './drawings';
import { costTableFor, motionTexts } from './motion';
import { demoId, type Past } from './past';
import type { BallotStory, RoundStory, StairwellStory } from './stories';

/** What one stairwell's story needs. */
export interface Scene {
  app: INestApplicationContext;
  past: Past;
  cast: Cast;
  place: StairwellPlace;
  doors: ReadonlyMap<string, HouseholdFacts>;
  /** PINs of this stairwell's slips, by room. */
  pins: ReadonlyMap<string, string>;
}

const closingHour = 20;

/** Lets a stairwell live through its story, in order, each step at its hour and by its own use case. */
export async function playStairwell(scene: Scene, story: StairwellStory): Promise<void> {
  await playInterest(scene, story);
  await playVisits(scene, story);
  if (story.round) await playRound(scene, story, story.round);
  if (story.stage) {
    const since = shanghaiDate(scene.past.daysAgo(5));
    const { stairwellId } = scene.place;
    await scene.app
      .get(Transactions)
      .run((tx) => scene.app.get(RollDirectory).setStage(tx, stairwellId, story.stage!, since));
  }
}

const doorOf = (scene: Scene, roomNo: string): HouseholdFacts => {
  const door = scene.doors.get(roomNo);
  if (!door)
    throw new Error(
      `The demo's story names ${roomNo} of ${scene.place.buildingName} ${scene.place.stairwellName}, which is not there.`,
    );
  return door;
};

const volunteerOf = (scene: Scene, story: StairwellStory): Actor => {
  if (!story.volunteer) throw new Error(`${story.place} has no volunteer in its story.`);
  return scene.cast.volunteers[story.volunteer];
};

async function playInterest(scene: Scene, story: StairwellStory): Promise<void> {
  for (const [index, { roomNo, stance, reasons, note = '' }] of (story.interest ?? []).entries()) {
    const { householdId } = doorOf(scene, roomNo);
    const input = {
      id: demoId('interest', story.place, roomNo),
      householdId,
      stance,
      reasons,
      note,
      channel: 'home_visit' as const,
    };
    await scene.past.at(scene.past.daysAgo(28 - index, 15), () =>
      scene.app.get(ExpressInterest).execute(volunteerOf(scene, story), input),
    );
  }
}

async function playVisits(scene: Scene, story: StairwellStory): Promise<void> {
  for (const { roomNo, outcome, daysAgo, note = '', revisitInDays } of story.visits ?? []) {
    const visitedAt = scene.past.daysAgo(daysAgo, 18, 30);
    const revisitOn = revisitInDays === undefined ? null : shanghaiDate(scene.past.daysAgo(-revisitInDays));
    const { householdId } = doorOf(scene, roomNo);
    const input = { id: demoId('visit', story.place, roomNo), householdId, outcome, note, revisitOn, visitedAt };
    await scene.past.at(visitedAt, () => scene.app.get(RecordVisit).execute(volunteerOf(scene, story), input));
  }
}

async function playRound(scene: Scene, story: StairwellStory, round: RoundStory): Promise<void> {
  const { app, past, cast, place } = scene;
  const id = demoId('round', story.place);
  const { wang } = cast.officers;
  const openedAt = past.daysAgo(round.openedDaysAgo ?? 1, 9);
  const draft = {
    id,
    scopeKind: 'stairwell' as const,
    scopeId: place.stairwellId,
    rulesetId: 'cn-278-7',
    ...motionTexts,
    costTable: costTableFor([...scene.doors.values()]),
    closesAt: past.daysAgo(round.closesDaysAgo, closingHour),
  };
  await past.at(new Date(openedAt.getTime() - 60 * 60_000), () => app.get(DraftRound).execute(wang, draft));
  if (round.openedDaysAgo === null) return;
  const stateNow = async () => (await app.get(Transactions).read((tx) => app.get(ReadRounds).one(tx, wang, id))).state;
  if ((await stateNow()) === 'draft') await past.at(openedAt, () => app.get(OpenRound).execute(wang, id));
  for (const [index, ballot] of round.ballots.entries()) await playBallot(scene, story, id, ballot, index);
  for (const roomNo of round.consents ?? []) await playConsent(scene, story, id, roomNo);
  if (round.closed && (await stateNow()) === 'open') {
    await past.at(past.daysAgo(round.closesDaysAgo, closingHour + 1), () => app.get(CloseRound).execute(wang, id));
  }
  if (round.announcedDaysAgo !== undefined && (await stateNow()) === 'closed') {
    await past.at(past.daysAgo(round.announcedDaysAgo, 10), () => app.get(AnnounceRound).execute(wang, id));
  }
}

async function playBallot(
  scene: Scene,
  story: StairwellStory,
  roundId: string,
  ballot: BallotStory,
  index: number,
): Promise<void> {
  const { app, past, cast } = scene;
  const { roomNo, choice, channel } = ballot;
  const door = doorOf(scene, roomNo);
  const castAt = past.daysAgo(ballot.daysAgo, 10 + (index % 9), (index * 17) % 60);
  const id = demoId('ballot', story.place, roomNo, channel);
  const signerName = ballot.signerName ?? door.owners[0]!.name;
  const common = { id, householdId: door.householdId, choice, channel, castAt };
  const evidence = {
    self_service: {},
    home_visit: {
      signature: { kind: 'drawn' as const, pngBase64: drawnSignature(signerName) },
      signerName,
      signerRelation: ballot.relation ?? ('owner' as const),
      identityCheck: 'known_in_person' as const,
    },
    paper: {
      paperPhotoBase64: photographedPaper(signerName + roomNo),
      signerName,
      identityCheck: 'title_certificate' as const,
    },
  }[channel];
  const actor = await voterOf(scene, story, ballot, castAt);
  await past.at(castAt, () => app.get(CastBallot).execute(actor, roundId, { ...common, ...evidence }));
  if (channel === 'self_service' || ballot.review === 'wait') return;
  const { reviews } = await app
    .get(Transactions)
    .read((tx) => app.get(ReadReviews).list(tx, cast.officers.wang, { roundId, state: 'waiting' }));
  const submission = reviews.find(({ householdId }) => householdId === door.householdId);
  if (!submission) return;
  const [verdict, reason] =
    ballot.review === 'return' ? (['return', '照片里看不清签名，请重新拍一张'] as const) : (['approve', ''] as const);
  await past.at(past.daysAgo(ballot.daysAgo, 21), () =>
    app.get(DecideSubmission).execute(cast.officers.wang, submission.id, verdict, reason),
  );
}

/** Who brings the ballot: the household itself, its volunteer, or the officer who keys in paper. */
async function voterOf(scene: Scene, story: StairwellStory, ballot: BallotStory, at: Date): Promise<Actor> {
  if (ballot.channel === 'home_visit') return volunteerOf(scene, story);
  if (ballot.channel === 'paper') return scene.cast.officers.li;
  return ballot.phone === undefined
    ? bySlip(scene, ballot.roomNo, at)
    : byPhone(scene, ballot.roomNo, ballot.phone, at);
}

function bySlip(scene: Scene, roomNo: string, at: Date): Promise<Actor> {
  const pin = scene.pins.get(roomNo);
  if (pin === undefined) throw new Error(`No slip was made for ${roomNo}.`);
  const name = doorOf(scene, roomNo).owners[0]!.name;
  return scene.cast.bySlip({ stairwellCode: scene.place.code, roomNo, pin, name }, new Date(at.getTime() - 5 * 60_000));
}

async function byPhone(scene: Scene, roomNo: string, phone: string, at: Date): Promise<Actor> {
  const before = new Date(at.getTime() - 30 * 60_000);
  const actor = await scene.cast.byPhone(phone, doorOf(scene, roomNo).owners[0]!.name, before);
  const door = { stairwellCode: scene.place.code, roomNo };
  await scene.cast.bind(actor, door, { method: 'roll_phone', relation: 'owner' }, new Date(at.getTime() - 5 * 60_000));
  return actor;
}

async function playConsent(scene: Scene, story: StairwellStory, roundId: string, roomNo: string): Promise<void> {
  const signedAt = scene.past.daysAgo(30, 19);
  const name = doorOf(scene, roomNo).owners[0]!.name;
  const actor = await bySlip(scene, roomNo, signedAt);
  const input = {
    id: demoId('consent', story.place, roomNo),
    householdId: doorOf(scene, roomNo).householdId,
    signature: { kind: 'drawn' as const, pngBase64: drawnSignature(name) },
    signedAt,
  };
  await scene.past.at(signedAt, () => scene.app.get(SignConsentForm).execute(actor, roundId, input));
}
