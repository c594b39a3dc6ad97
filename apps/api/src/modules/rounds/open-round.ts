import { freezeElectorate, type Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { appendEvent, contentHash } from '../chain';
import { Tallies } from '../decisions';
import { RollDirectory, type HouseholdFacts } from '../roll';
import { assertCostTable } from './cost-table';
import type { RoundDto } from './dto/round.dto';
import { Motion } from './motion.entity';
import { ReadRounds } from './read-rounds';
import { assertMayMove } from './round-lifecycle';
import { ConsultationRound } from './round.entity';
import { RoundsAccess } from './rounds.access';
import { refusals } from './rounds.refusals';
import { insertEntitlements, lockRoundRow, type EntitlementRow, type RoundRow } from './rounds.repository';
import { rulesetFor } from './usable-rulesets';

/**
 * Opens a draft. From here on the roll may change and the round does not: electorate, ruleset and texts are copied and
 * hashed in one transaction.
 */
@Injectable()
export class OpenRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: RollDirectory,
    private readonly tallies: Tallies,
    private readonly access: RoundsAccess,
    private readonly rounds: ReadRounds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws not_found (404); illegal_round_move, closing_time_past, nobody_to_ask, roll_incomplete, cost_table_…,
   *   round_already_running (409)
   */
  async execute(actor: Actor, id: string): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      await lockRoundRow(tx, id);
      const round = await this.access.reached(tx, actor, id);
      assertMayMove(round.state, 'open');
      const openedAt = this.clock.now();
      if (round.closesAt <= openedAt) throw refusals.closing_time_past();

      const households = await this.roll.householdsInScope(tx, round.scopeKind, round.scopeId);
      const electorate = freeze(households);
      assertCostTable(round.costTable, new Set(electorate.map((line) => line.householdId)));
      const ruleset = rulesetFor(round.rulesetId, round.scopeKind);

      await this.pin(tx, round, ruleset, electorate, openedAt);
      await insertEntitlements(tx, id, electorate);
      await this.tallies.recount(tx, id);
      await appendEvent(tx, id, 'open', openingFacts(round, ruleset, electorate), openedAt);
      if (round.scopeKind === 'stairwell') {
        await this.roll.setStage(tx, round.scopeId, 'consultation', this.clock.today());
      }
      await this.audit.record(tx, {
        actor,
        action: 'round.open',
        subjectKind: 'round',
        subjectId: id,
        estateId: round.estateId,
        detail: {
          households: electorate.length,
          heads: electorate.reduce((most, line) => Math.max(most, line.headNo), 0),
        },
      });
      return this.rounds.one(tx, actor, id);
    });
  }

  private async pin(
    tx: EntityManager,
    round: RoundRow,
    ruleset: Ruleset,
    electorate: EntitlementRow[],
    openedAt: Date,
  ): Promise<void> {
    await tx.update(
      ConsultationRound,
      { id: round.id },
      {
        state: 'open',
        openedAt,
        ruleset,
        rulesetVersion: ruleset.version,
        rulesetHash: contentHash(ruleset),
        electorateHash: contentHash(publicLines(electorate)),
      },
    );
    await tx.update(
      Motion,
      { roundId: round.id },
      {
        schemeHash: contentHash(round.schemeText),
        costTableHash: contentHash(round.costTable),
        agreementHash: contentHash(round.agreementText),
      },
    );
  }
}

/**
 * The roll as it stands now, with heads counted by `@jiati/rules` and numbered in the order of the doors.
 * @throws nobody_to_ask, roll_incomplete (409)
 */
function freeze(households: HouseholdFacts[]): EntitlementRow[] {
  if (households.length === 0) throw refusals.nobody_to_ask();
  const frozen = freezeElectorate(households);
  if (!frozen.ok) {
    const places = frozen.problems.map(({ path }) => Number(/^households\[(\d+)\]/.exec(path)?.[1] ?? -1));
    const roomNos = [...new Set(places)].flatMap((place) => households[place]?.roomNo ?? []);
    throw refusals.roll_incomplete({ roomNos });
  }
  const headNos = new Map<string, number>();
  const headHouseholds = new Map<string, number>();
  for (const { headKey } of frozen.value) {
    if (!headNos.has(headKey)) headNos.set(headKey, headNos.size + 1);
    headHouseholds.set(headKey, (headHouseholds.get(headKey) ?? 0) + 1);
  }
  return frozen.value.map(({ headKey }, position) => {
    const household = households[position]!;
    const { householdId, stairwellId, buildingName, stairwellName, roomNo, floor, areaDm2, areaSource, tenure } =
      household;
    return {
      householdId,
      stairwellId,
      buildingName,
      stairwellName,
      roomNo,
      floor,
      areaDm2,
      areaSource,
      tenure,
      headKey,
      headNo: headNos.get(headKey)!,
      headHouseholds: headHouseholds.get(headKey)!,
      ownerNames: household.owners.map((owner) => owner.name),
    };
  });
}

/** What the chain grows from: by these hashes every later event stands on this electorate, this rule and these texts. */
function openingFacts(round: RoundRow, ruleset: Ruleset, electorate: EntitlementRow[]): object {
  return {
    scopeLabel: round.scopeLabel,
    electorateHash: contentHash(publicLines(electorate)),
    rulesetHash: contentHash(ruleset),
    motionHash: contentHash({ title: round.title, statement: round.statement }),
    schemeHash: contentHash(round.schemeText),
    costTableHash: contentHash(round.costTable),
    agreementHash: contentHash(round.agreementText),
    closesAt: round.closesAt.toISOString(),
  };
}

/** What the electorate's hash covers: everything that weighs and no name, by id, so that it can be checked from outside. */
function publicLines(electorate: EntitlementRow[]): object[] {
  return electorate
    .map(({ householdId, buildingName, stairwellName, roomNo, areaDm2, headNo, tenure }) => {
      return { householdId, buildingName, stairwellName, roomNo, areaDm2, headNo, tenure };
    })
    .sort((a, b) => (a.householdId < b.householdId ? -1 : 1));
}
