import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, type EntityManager } from 'typeorm';
import { remitCondition, type Actor, type Remit } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { GrantedRemit } from './remit.entity';

/** One place someone has a say over, as it is granted. */
export type RemitPlace = { expiresOn: string | null } & (
  | { kind: 'town'; town: string }
  | { kind: 'neighbourhood'; town: string; neighbourhood: string }
  | { kind: 'stairwell'; stairwellId: string }
);

/**
 * Whether an account belongs to the people of a remit, as a condition for a query: granted a place inside it, or a
 * volunteer with a stairwell there, also one whose time is over. Values are added to `params`.
 * @param account alias of `accounts`
 */
export function personReached(remit: Remit, account: string, params: unknown[]): string {
  if (remit.everywhere) return 'TRUE';
  const granted = remitCondition(remit, { estate: 'r' }, params);
  const builds = remitCondition(remit, { estate: 're' }, params);
  const visits = remitCondition(remit, { estate: 've' }, params);
  return `(EXISTS (SELECT FROM remits r
                     LEFT JOIN stairwells rw ON rw.id = r.stairwell_id LEFT JOIN estates re ON re.id = rw.estate_id
                    WHERE r.account_id = ${account}.id AND r.revoked_at IS NULL AND (${granted} OR ${builds}))
        OR EXISTS (SELECT FROM volunteer_assignments v
                     JOIN stairwells vw ON vw.id = v.stairwell_id JOIN estates ve ON ve.id = vw.estate_id
                    WHERE v.account_id = ${account}.id AND ${visits}))`;
}

/** What was granted to whom. A volunteer has remits too: the neighbourhoods whose office made them one. */
@Injectable()
export class Remits {
  constructor(private readonly clock: Clock) {}

  /** What holds or will expire, by account; accounts without any are not in the map. */
  async ofAccounts(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, GrantedRemit[]>> {
    const rows = await tx.find(GrantedRemit, {
      where: { accountId: In([...accountIds]), revokedAt: IsNull() },
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
    const byAccount = new Map<string, GrantedRemit[]>();
    for (const row of rows) byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row]);
    return byAccount;
  }

  /** Grants these places on top of what is there; one that is there with the same term is left as it is. */
  async grant(
    tx: EntityManager,
    accountId: string,
    places: readonly RemitPlace[],
    grantedBy: string | null,
  ): Promise<void> {
    const known = new Set(((await this.ofAccounts(tx, [accountId])).get(accountId) ?? []).map(keyOfRemit));
    for (const place of places.map(columnsOf)) {
      if (known.has(keyOfRemit(place))) continue;
      known.add(keyOfRemit(place));
      await tx.insert(GrantedRemit, { id: randomUUID(), accountId, ...place, grantedBy, grantedAt: this.clock.now() });
    }
  }

  /** Takes back these grants; the rows stay and say when and by whom. */
  async revoke(tx: EntityManager, ids: readonly string[], revokedBy: string | null): Promise<void> {
    if (ids.length === 0) return;
    await tx.update(GrantedRemit, { id: In([...ids]) }, { revokedAt: this.clock.now(), revokedBy });
  }

  /** The places of an actor's own remit, as they may be passed on to whoever works for the same neighbourhood. */
  placesOf({ remit }: Pick<Actor, 'remit'>): RemitPlace[] {
    return [
      ...remit.towns.map((town) => ({ kind: 'town' as const, town, expiresOn: null })),
      ...remit.neighbourhoods.map((place) => ({ kind: 'neighbourhood' as const, ...place, expiresOn: null })),
    ];
  }
}

/** The key a place would have, once granted. */
export const keyOfPlace = (place: RemitPlace): string => keyOfRemit(columnsOf(place));

type RemitColumns = Pick<GrantedRemit, 'town' | 'neighbourhood' | 'stairwellId' | 'expiresOn'>;

function columnsOf(place: RemitPlace): RemitColumns {
  return {
    town: place.kind === 'stairwell' ? null : place.town,
    neighbourhood: place.kind === 'neighbourhood' ? place.neighbourhood : null,
    stairwellId: place.kind === 'stairwell' ? place.stairwellId : null,
    expiresOn: place.expiresOn,
  };
}

/** Two grants with the same key are the same grant. */
export function keyOfRemit({ town, neighbourhood, stairwellId, expiresOn }: RemitColumns): string {
  return JSON.stringify([town, neighbourhood, stairwellId, expiresOn]);
}
