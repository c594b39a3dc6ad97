import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { nameMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { RoundProgress, type DoorBallotState, type RunningRound } from '../decisions';
import { InterestLookup } from '../interest';
import { byPlace, frozenOf, RollDirectory, VolunteerAccess, type HouseholdFacts, type StairwellPlace } from '../roll';
import type { AssignedStairwellDto, DoorDto, StairwellDoorsDto, VolunteerRoundDto } from './dto/stairwell-doors.dto';
import { doorsVisited, lastVisitsOf } from './visits.repository';

/** What a volunteer sees: the stairwells that are theirs today, and the doors of one. */
@Injectable()
export class ReadStairwellDoors {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: RollDirectory,
    private readonly volunteers: VolunteerAccess,
    private readonly interest: InterestLookup,
    private readonly rounds: RoundProgress,
  ) {}

  /** The stairwells assigned to the volunteer today, in natural order. */
  async list(actor: Actor): Promise<AssignedStairwellDto[]> {
    return this.transactions.read(async (tx) => {
      const ids = await this.volunteers.assignedStairwellIds(tx, actor.accountId);
      const places = [...(await this.roll.stairwellsByIds(tx, ids)).values()].sort(byPlace);
      return this.summaries(tx, places);
    });
  }

  /** Every door of one stairwell. @throws not_assigned (403) */
  async doors(actor: Actor, stairwellId: string): Promise<StairwellDoorsDto> {
    return this.transactions.read(async (tx) => {
      await this.volunteers.assertAssigned(tx, actor.accountId, stairwellId);
      const places = [...(await this.roll.stairwellsByIds(tx, [stairwellId])).values()];
      const [stairwell] = await this.summaries(tx, places);
      const households = await this.roll.householdsInScope(tx, 'stairwell', stairwellId);
      const round = stairwell!.round;
      const ballots = await this.rounds.ballotStatesOf(
        tx,
        households.flatMap(({ householdId }) => (round ? [{ roundId: round.id, householdId }] : [])),
      );
      const distance = round ? await this.rounds.distanceOf(tx, round.id) : null;
      const interest = await this.interest.latestOf(
        tx,
        households.map(({ householdId }) => householdId),
      );
      const visits = await lastVisitsOf(tx, stairwellId);
      const doors = households.map((household): DoorDto => {
        const { householdId } = household;
        const stance = interest.get(householdId)?.stance;
        const visit = visits.get(householdId);
        return {
          householdId,
          roomNo: household.roomNo,
          floor: household.floor,
          ownerName: doorName(household),
          tenure: household.tenure,
          lastVisit: visit
            ? {
                outcome: visit.outcome,
                visitedAt: visit.visitedAt.toISOString(),
                note: visit.note,
                revisitOn: visit.revisitOn,
              }
            : null,
          interest: stance ? { stance } : null,
          ballot: presentBallot(ballots.get(householdId)),
          frozen: frozenOf(household),
        };
      });
      return {
        stairwell: stairwell!,
        round,
        decision: distance?.decision ?? null,
        pivotDoors: distance?.pivotDoors ?? null,
        doors,
      };
    });
  }

  private async summaries(tx: EntityManager, places: StairwellPlace[]): Promise<AssignedStairwellDto[]> {
    const ids = places.map(({ stairwellId }) => stairwellId);
    const rounds = await this.rounds.runningRoundOf(tx, ids);
    const doors = await doorsVisited(tx, ids);
    const ballots = await this.rounds.ballotStatesOf(
      tx,
      doors.flatMap(({ stairwellId, householdId }) => {
        const round = rounds.get(stairwellId);
        return round ? [{ roundId: round.id, householdId }] : [];
      }),
    );
    return places.map((place) => {
      const round = rounds.get(place.stairwellId);
      const own = doors.filter(({ stairwellId }) => stairwellId === place.stairwellId);
      const hasBallot = (householdId: string): boolean =>
        ['counted', 'awaiting_review'].includes(ballots.get(householdId)?.state ?? '');
      return {
        id: place.stairwellId,
        code: place.code,
        estateName: place.estateName,
        buildingName: place.buildingName,
        name: place.stairwellName,
        householdCount: place.householdCount,
        visitedCount: own.filter(({ isVisited }) => isVisited).length,
        ballotCount: own.filter(({ householdId }) => hasBallot(householdId)).length,
        round: round ? presentRound(round) : null,
      };
    });
  }
}

/** Enough to know whose door it is; a public flat shows its tenant, who is the one behind the door. */
function doorName({ owners, tenant }: HouseholdFacts): string {
  if (tenant) return nameMasked(tenant.name);
  const [first] = owners;
  if (!first) return '';
  return first.kind === 'person' ? nameMasked(first.name) : first.name;
}

const presentRound = ({ id, state, title, closesAt }: RunningRound): VolunteerRoundDto => ({
  id,
  state,
  title,
  closesAt: closesAt.toISOString(),
});

function presentBallot(ballot: DoorBallotState | undefined): DoorDto['ballot'] {
  if (!ballot) return null;
  return { state: ballot.state, channel: ballot.channel, receivedAt: ballot.receivedAt.toISOString() };
}
