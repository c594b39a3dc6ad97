import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { documentMasked, nameMasked, phoneMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { RollAccess, RollDirectory, type HouseholdPlace } from '../roll';
import type { RoundState } from '../rounds';
import type { MyProxyAuthorisationsDto, ProxyAuthorisationDto } from './dto/proxy.dto';
import { authorisations, type AuthorisationRow } from './proxies.repository';
import { proxyRefusals } from './proxies.refusals';
import { proxyStateOn } from './proxy.types';

/** Letters as their owners, their proxies and the office read them: telephones and document numbers masked. */
@Injectable()
export class ReadProxies {
  constructor(
    private readonly access: RollAccess,
    private readonly roll: RollDirectory,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** What the actor gave, and what the office approved of what was given to them; newest first. */
  async mine(tx: EntityManager, { accountId }: Actor): Promise<MyProxyAuthorisationsDto> {
    const given = await this.presentAll(tx, await authorisations(tx, { givenBy: accountId }));
    const received = await this.presentAll(tx, await authorisations(tx, { receivedBy: accountId }));
    return { given, received: received.map((letter) => ({ ...letter, givenByName: nameMasked(letter.givenByName) })) };
  }

  /** Every letter of a household, for the office. @throws roll_household_unknown (404) outside the actor's remit too */
  async ofHousehold(tx: EntityManager, actor: Actor, householdId: string): Promise<ProxyAuthorisationDto[]> {
    await this.access.assertHousehold(tx, actor, householdId);
    return this.presentAll(tx, await authorisations(tx, { householdId }));
  }

  /** One letter; whether the actor may see it is settled before. @throws proxy_unknown (404) */
  async one(tx: EntityManager, id: string): Promise<ProxyAuthorisationDto> {
    const [letter] = await this.presentAll(tx, await authorisations(tx, { id }));
    if (!letter) throw proxyRefusals.proxy_unknown();
    return letter;
  }

  /** The telephone and the number of a letter, masked. */
  masked({ id, proxyPhoneSealed, documentNumberSealed }: AuthorisationRow) {
    const phone = this.vault.open('proxy_authorisations.proxy_phone', id, proxyPhoneSealed);
    const number = this.vault.open('proxy_authorisations.document_number', id, documentNumberSealed);
    return { proxyPhoneMasked: phoneMasked(phone), documentNumberMasked: documentMasked(number) };
  }

  private async presentAll(tx: EntityManager, rows: AuthorisationRow[]): Promise<ProxyAuthorisationDto[]> {
    const places = await this.roll.householdPlace(
      tx,
      rows.map(({ householdId }) => householdId),
    );
    return rows.map((row) => this.present(row, places.get(row.householdId)!));
  }

  private present(row: AuthorisationRow, place: HouseholdPlace): ProxyAuthorisationDto {
    const { stairwellCode, estateName, buildingName, stairwellName, roomNo } = place;
    const { id, householdId, roundId, proxyName, givenByName, documentKind, validFromOn, validUntilOn } = row;
    return {
      ...{ id, householdId, stairwellCode, estateName, buildingName, stairwellName, roomNo },
      round: roundId === null ? null : { id: roundId, title: row.roundTitle!, state: row.roundState as RoundState },
      ...{ proxyName, givenByName, documentKind, validFromOn, validUntilOn },
      ...this.masked(row),
      state: proxyStateOn(this.clock.today(), row),
      returnReason: row.returnReason,
      createdAt: row.createdAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokeCause: row.revokeCause,
      revokeReason: row.revokeReason,
    };
  }
}
