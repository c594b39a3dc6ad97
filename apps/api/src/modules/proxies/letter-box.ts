import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Vault } from '../../platform/vault';
import { Accounts } from '../accounts';
import { PaperPhotos, type ReadPhoto } from '../papers';
import { Submissions } from '../reviews';
import { RollDirectory } from '../roll';
import type { GiveProxyInput } from './dto/proxy.dto';
import { ProxyAuthorisation } from './proxy-authorisation.entity';

/** Letters as they come in: photographed, sealed, and put into the office's queue. */
@Injectable()
export class LetterBox {
  constructor(
    private readonly photos: PaperPhotos,
    private readonly accounts: Accounts,
    private readonly roll: RollDirectory,
    private readonly submissions: Submissions,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Reads the photo; stores nothing. @throws photo_unreadable (400) */
  read(actor: Actor, base64: string): Promise<ReadPhoto> {
    return this.photos.read(actor, base64);
  }

  /** Whether the telephone is the one the actor signs in with. */
  async isOwnPhone(tx: EntityManager, { accountId }: Actor, phone: string): Promise<boolean> {
    return (await this.accounts.findByIds(tx, [accountId])).get(accountId)?.phone === phone;
  }

  /** Whether this very letter was handed in before. @throws id_reused (422) when the id stands for another one */
  async isRepeated(tx: EntityManager, { accountId }: Actor, input: GiveProxyInput): Promise<boolean> {
    const known = await tx.findOneBy(ProxyAuthorisation, { id: input.id });
    if (!known) return false;
    const isSame =
      known.givenBy === accountId &&
      known.householdId === input.householdId &&
      known.roundId === input.roundId &&
      known.proxyName === input.proxyName &&
      known.proxyPhoneIndex.equals(this.vault.indexOf('phone', input.proxyPhone)) &&
      known.documentKind === input.documentKind &&
      this.vault.open('proxy_authorisations.document_number', known.id, known.documentNumberSealed) ===
        input.documentNumber &&
      known.validFromOn === input.validFromOn &&
      known.validUntilOn === input.validUntilOn;
    if (!isSame) throw common.id_reused();
    return true;
  }

  /** Stores the letter and hands it to the office. */
  async handIn(tx: EntityManager, actor: Actor, input: GiveProxyInput, photo: ReadPhoto): Promise<void> {
    const { id, householdId, roundId, proxyName, documentKind, validFromOn, validUntilOn } = input;
    await tx.insert(ProxyAuthorisation, {
      ...{ id, householdId, roundId, proxyName, documentKind, validFromOn, validUntilOn },
      givenBy: actor.accountId,
      proxyPhoneSealed: this.vault.seal('proxy_authorisations.proxy_phone', id, input.proxyPhone),
      proxyPhoneIndex: this.vault.indexOf('phone', input.proxyPhone),
      documentNumberSealed: this.vault.seal('proxy_authorisations.document_number', id, input.documentNumber),
      letterPhotoId: await this.photos.keep(tx, actor, photo),
      state: 'pending',
      createdAt: this.clock.now(),
    });
    const { estateId } = (await this.roll.householdPlace(tx, [householdId])).get(householdId)!;
    await this.submissions.submit(tx, {
      kind: 'proxy_authorisation',
      estateId,
      householdId,
      proxyAuthorisationId: id,
      submittedBy: actor.accountId,
    });
  }
}
