import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { Accounts, type AccountFacts } from '../accounts';
import type { AssignStairwellsInput, SaveVolunteerInput, VolunteerDto } from './dto/volunteer.dto';
import { VolunteerAssignment } from './entities';
import { byPlace } from './natural-order';
import { stairwellPlaces } from './roll.repository';
import { rollRefusals } from './roll.refusals';

/** The office's volunteers and the stairwells they visit. */
@Injectable()
export class ManageVolunteers {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every volunteer with what is assigned to them, expired assignments included. */
  async list(): Promise<VolunteerDto[]> {
    return this.transactions.read(async (tx) => {
      const volunteers = await this.accounts.listVolunteers(tx);
      const assignments = await assignmentsOf(
        tx,
        volunteers.map(({ id }) => id),
      );
      return volunteers.map((volunteer) => present(volunteer, assignments));
    });
  }

  /** Makes someone a volunteer; the same person again is the same answer. @throws phone_of_officer (409) */
  async save(actor: Actor, input: SaveVolunteerInput): Promise<VolunteerDto> {
    return this.transactions.run(async (tx) => {
      const volunteer = await this.accounts.ensureVolunteer(tx, input);
      await this.audit.record(tx, { actor, action: 'volunteer.save', subjectKind: 'account', subjectId: volunteer.id });
      return present({ ...volunteer, role: 'volunteer' }, await assignmentsOf(tx, [volunteer.id]));
    });
  }

  /**
   * Replaces what a volunteer visits by exactly these stairwells, until and including a day.
   * @throws volunteer_unknown, stairwell_unknown (404); assignment_in_the_past (422)
   */
  async assign(
    actor: Actor,
    accountId: string,
    { stairwellIds, expiresOn }: AssignStairwellsInput,
  ): Promise<VolunteerDto> {
    if (expiresOn < this.clock.today()) throw rollRefusals.assignment_in_the_past();
    return this.transactions.run(async (tx) => {
      const volunteer = (await this.accounts.findByIds(tx, [accountId])).get(accountId);
      if (volunteer?.role !== 'volunteer') throw rollRefusals.volunteer_unknown();
      if ((await stairwellPlaces(tx, { ids: stairwellIds })).length !== stairwellIds.length)
        throw rollRefusals.stairwell_unknown();
      await tx.query(`DELETE FROM volunteer_assignments WHERE account_id = $1 AND NOT stairwell_id = ANY($2)`, [
        accountId,
        stairwellIds,
      ]);
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
      return present(volunteer, await assignmentsOf(tx, [accountId]));
    });
  }
}

type AssignmentsByAccount = Map<string, VolunteerDto['assignments']>;

async function assignmentsOf(tx: EntityManager, accountIds: readonly string[]): Promise<AssignmentsByAccount> {
  const rows: { accountId: string; stairwellId: string; expiresOn: string }[] = await tx.query(
    `SELECT account_id AS "accountId", stairwell_id AS "stairwellId", expires_on AS "expiresOn"
       FROM volunteer_assignments WHERE account_id = ANY($1)`,
    [accountIds],
  );
  const places = await stairwellPlaces(tx, { ids: rows.map(({ stairwellId }) => stairwellId) });
  const byAccount: AssignmentsByAccount = new Map();
  for (const place of places.sort(byPlace)) {
    const label = `${place.estateName} ${place.buildingName} ${place.stairwellName}`;
    for (const { accountId, stairwellId, expiresOn } of rows.filter((row) => row.stairwellId === place.stairwellId)) {
      byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), { stairwellId, label, expiresOn }]);
    }
  }
  return byAccount;
}

const present = ({ id, displayName, phone }: AccountFacts, assignments: AssignmentsByAccount): VolunteerDto => ({
  accountId: id,
  displayName,
  phoneMasked: phoneMasked(phone),
  assignments: assignments.get(id) ?? [],
});
