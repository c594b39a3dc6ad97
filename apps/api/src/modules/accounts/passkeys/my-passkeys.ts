import { Injectable } from '@nestjs/common';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { common } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { Account } from '../account.entity';
import { factorWords } from '../second-factor/copy/factor-words';
import { FreshFactor } from '../second-factor/fresh-factor';
import { SecurityLog } from '../security-log';
import type { AddPasskeyInput, PasskeyDto, PasskeyOptionsDto } from './dto/passkey.dto';
import { PasskeyChallenges } from './passkey-challenges';
import { Passkey } from './passkey.entity';
import { passkeyRefusals } from './passkey.refusals';
import type { RelyingParty } from './relying-party';
import { userHandleOf } from './user-handle';

const MOST_PASSKEYS = 10;

/** A person's own passkeys: what they are, one more, one less. Changed only soon after the second step. */
@Injectable()
export class MyPasskeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly challenges: PasskeyChallenges,
    private readonly fresh: FreshFactor,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** By when they were added. */
  async list({ accountId }: Actor): Promise<PasskeyDto[]> {
    const passkeys = await this.transactions.read((tx) => passkeysOf(tx, accountId));
    return passkeys.map(presentPasskey);
  }

  /** What the browser needs to make a new one. @throws second_factor_again (403), passkey_limit (409) */
  async options(actor: Actor, { rpID }: RelyingParty): Promise<PasskeyOptionsDto> {
    return this.transactions.run(async (tx) => {
      await this.fresh.assert(tx, actor);
      const account = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const known = await passkeysOf(tx, actor.accountId);
      if (known.length >= MOST_PASSKEYS) throw passkeyRefusals.passkey_limit();
      const options = await generateRegistrationOptions({
        rpName: factorWords.issuer,
        rpID,
        userID: userHandleOf(actor.accountId),
        userName: account.username ?? account.displayName,
        userDisplayName: account.displayName,
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      });
      const challengeId = await this.challenges.keep(tx, options.challenge, actor.accountId);
      return { challengeId, options: { ...options } };
    });
  }

  /**
   * Adds what the browser made. The challenge is spent either way.
   * @throws passkey_not_added (422), passkey_known (409), second_factor_again (403)
   */
  async add(actor: Actor, party: RelyingParty, { challengeId, label, response }: AddPasskeyInput): Promise<PasskeyDto> {
    const challenge = await this.transactions.run(async (tx) => {
      await this.fresh.assert(tx, actor);
      return this.challenges.take(tx, challengeId, actor.accountId);
    });
    if (challenge === null) throw passkeyRefusals.passkey_not_added();
    const verified = await verifyRegistrationResponse({
      response: response as never,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpID,
      requireUserVerification: true,
    }).catch(() => null); // it throws for everything that is not as it should be, bytes of a stranger included
    if (!verified?.verified) throw passkeyRefusals.passkey_not_added();
    const { id: credentialId, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    return this.transactions.run(async (tx) => {
      const passkey = {
        id: randomUUID(),
        accountId: actor.accountId,
        credentialId,
        publicKey: Buffer.from(publicKey),
        counter,
        transports,
        label,
        createdAt: this.clock.now(),
        lastUsedAt: null,
      };
      await tx.insert(Passkey, passkey);
      await this.log.write(tx, actor, 'second_factor.add', { kind: 'passkey', passkeyId: passkey.id });
      return presentPasskey(passkey);
    });
  }

  /** Removes one; @throws not_found (404) for anyone else's, second_factor_again (403) */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.fresh.assert(tx, actor);
      const { affected } = await tx.delete(Passkey, { id, accountId: actor.accountId });
      if (affected !== 1) throw common.not_found();
      await this.log.write(tx, actor, 'second_factor.remove', { kind: 'passkey', passkeyId: id });
    });
  }
}

function passkeysOf(tx: EntityManager, accountId: string): Promise<Passkey[]> {
  return tx.find(Passkey, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
}

function presentPasskey({ id, label, createdAt, lastUsedAt }: Passkey): PasskeyDto {
  return { id, label, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
