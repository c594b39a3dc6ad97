import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { remitCondition, type Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { Accounts, Remits, type AccountFacts } from '../accounts';
import type { AssignStairwellsInput, SaveVolunteerInput, VolunteerDto } from './dto/volunteer.dto';
import { VolunteerAssignment } from './entities';
import { byPlace } from './natural-order';
import { RollAccess, type Reach } from './roll.access';
import { rollRefusals } from './roll.refusals';

/** The office's volunteers and the stairwells they visit. */
@Injectable()
export class ManageVolunteers {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly access: RollAccess,
    private readonly remits: Remits,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes someone a volunteer of the officer's neighbourhoods; the same person again is the same answer.
   * @throws phone_of_officer (409)
   */
  async save(actor: Actor, input: SaveVolunteerInput): Promise<VolunteerDto> {
    return this.transactions.run(async (tx) => {
      const volunteer = await this.accounts.ensureVolunteer(tx, input);
      await this.remits.grant(tx, volunteer.id, this.remits.placesOf(actor), actor.accountId);
      await this.audit.record(tx, { actor, action: 'volunteer.save', subjectKind: 'account', subjectId: volunteer.id });
      return present({ ...volunteer, role: 'volunteer' }, await assignmentsOf(tx, actor, [volunteer.id]));
    });
  }

  /**
   * Replaces what a volunteer visits within the officer's remit by exactly these stairwells, until and including a day.
   * What other neighbourhoods have assigned stays.
   * @throws volunteer_unknown, stairwell_unknown (404); assignment_in_the_past (422)
   */
  async assign(
    actor: Actor,
    accountId: string,
    { stairwellIds, expiresOn }: AssignStairwellsInput,
  ): Promise<VolunteerDto> {
    if (expiresOn < this.clock.today()) throw rollRefusals.assignment_in_the_past();
    return this.transactions.run(async (tx) => {
      const volunteer = await this.volunteerOf(tx, actor, accountId);
      if ((await this.access.stairwellsReached(tx, actor, stairwellIds)).size !== stairwellIds.length)
        throw rollRefusals.stairwell_unknown();
      await takeOthers(tx, actor, accountId, stairwellIds);
      if (stairwellIds.length > 0) {
        const shared = { accountId, expiresOn, assignedBy: actor.accountId, assignedAt: this.clock.now() };
        const rows = stairwellIds.map((stairwellId) => ({ stairwellId, ...shared }));
        await tx.upsert(VolunteerAssignment, rows, ['accountId', 'stairwellId']);
      }
      const detail = { stairwellIds, expiresOn };
      await this.audit.record(tx, {
        actor,
        action: 'volunteer.assign',
        subjectKind: 'account',
        subjectId: accountId,
        detail,
      });
      return present(volunteer, await assignmentsOf(tx, actor, [accountId]));
    });
  }

  private async volunteerOf(tx: EntityManager, { remit }: Reach, accountId: string): Promise<AccountFacts> {
    const volunteer = await this.accounts.volunteerWithin(tx, remit, accountId);
    if (!volunteer) throw rollRefusals.volunteer_unknown();
    return volunteer;
  }
}

type AssignmentsByAccount = Map<string, VolunteerDto['assignments']>;

interface AssignmentRow {
  accountId: string;
  stairwellId: string;
  expiresOn: string;
  estateName: string;
  buildingName: string;
  stairwellName: string;
}

/** Takes the volunteer off every stairwell of the remit that is not in the list. */
async function takeOthers(
  tx: EntityManager,
  { remit }: Reach,
  accountId: string,
  stairwellIds: readonly string[],
): Promise<void> {
  const params: unknown[] = [accountId, stairwellIds];
  await tx.query(
    `DELETE FROM volunteer_assignments v USING stairwells w, estates e
      WHERE v.account_id = $1 AND NOT v.stairwell_id = ANY($2) AND w.id = v.stairwell_id AND e.id = w.estate_id
        AND ${remitCondition(remit, { estate: 'e' }, params)}`,
    params,
  );
}

/** What these people visit within the actor's reach, expired assignments included; who visits nothing is not in the map. */
export async function assignmentsOf(
  tx: EntityManager,
  { remit }: Reach,
  accountIds: readonly string[],
): Promise<AssignmentsByAccount> {
  const params: unknown[] = [accountIds];
  const rows: AssignmentRow[] = await tx.query(
    `SELECT v.account_id AS "accountId", v.stairwell_id AS "stairwellId", v.expires_on AS "expiresOn",
            e.name AS "estateName", b.name AS "buildingName", w.name AS "stairwellName"
       FROM volunteer_assignments v
       JOIN stairwells w ON w.id = v.stairwell_id
       JOIN buildings b ON b.id = w.building_id
       JOIN estates e ON e.id = w.estate_id
      WHERE v.account_id = ANY($1) AND ${remitCondition(remit, { estate: 'e' }, params)}`,
    params,
  );
  const byAccount: AssignmentsByAccount = new Map();
  for (const { accountId, stairwellId, expiresOn, ...place } of rows.sort(byPlace)) {
    const label = `${place.estateName} ${place.buildingName} ${place.stairwellName}`;
    const known = byAccount.get(accountId);
    if (known) known.push({ stairwellId, label, expiresOn });
    else byAccount.set(accountId, [{ stairwellId, label, expiresOn }]);
  }
  return byAccount;
}

const present = ({ id, displayName, phone }: AccountFacts, assignments: AssignmentsByAccount): VolunteerDto => ({
  accountId: id,
  displayName,
  phoneMasked: phoneMasked(phone),
  assignments: assignments.get(id) ?? [],
});
