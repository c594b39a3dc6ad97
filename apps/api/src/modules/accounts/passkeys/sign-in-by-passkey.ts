import { Injectable } from '@nestjs/common';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { isStaff, type Client } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import { Account } from '../account.entity';
import { SecurityLog } from '../security-log';
import { Sessions, type StartedSession } from '../sessions';
import type { PasskeyOptionsDto, PasskeyResponseInput, SignInByPasskeyInput } from './dto/passkey.dto';
import { PasskeyChallenges } from './passkey-challenges';
import { Passkey } from './passkey.entity';
import { passkeyRefusals } from './passkey.refusals';
import type { RelyingParty } from './relying-party';
import { userHandleOf } from './user-handle';

/** A staff sign-in in one step: what the person has and, by their finger or PIN on it, what they are or know. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly transactions: Transactions,
    private readonly challenges: PasskeyChallenges,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** What the browser needs; the same for everybody, so it tells nothing about who has a passkey. */
  async options({ rpID }: RelyingParty): Promise<PasskeyOptionsDto> {
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
    const challengeId = await this.transactions.run((tx) => this.challenges.keep(tx, options.challenge, null));
    return { challengeId, options: { ...options } };
  }

  /** Signs in. @throws passkey_refused (401), whatever the reason */
  async execute(
    client: Client,
    party: RelyingParty,
    { challengeId, response }: SignInByPasskeyInput,
  ): Promise<StartedSession> {
    const challenge = await this.transactions.run((tx) => this.challenges.take(tx, challengeId, null));
    const started =
      challenge === null
        ? null
        : await this.transactions.run(async (tx) => {
            const account = await this.accountOf(tx, party, challenge, response);
            if (!account) return null;
            await this.log.write(tx, { accountId: account.id }, 'session.start', { by: 'passkey', client });
            return this.sessions.start(tx, account, client);
          });
    if (started) return started;
    const known = await this.transactions.read((tx) => tx.findOneBy(Passkey, { credentialId: response.id }));
    await this.log.refused(known ? { accountId: known.accountId } : { typed: 'passkey' }, 'passkey', { client });
    throw passkeyRefusals.passkey_refused();
  }

  /** Whose passkey signed the challenge; the row is locked, so that a counter is seen once. */
  private async accountOf(
    tx: EntityManager,
    { rpID, origin }: RelyingParty,
    expectedChallenge: string,
    response: PasskeyResponseInput,
  ): Promise<Account | null> {
    const passkey = await tx.findOne(Passkey, {
      where: { credentialId: response.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!passkey) return null;
    const { userHandle } = response.response;
    const isTheirs = !userHandle || userHandle === base64url(userHandleOf(passkey.accountId));
    const verified = await verifyAuthenticationResponse({
      response: response as never,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
      },
      requireUserVerification: true,
    }).catch(() => null); // it throws for everything that is not as it should be, a counter that went back included
    if (!verified?.verified || !isTheirs) return null;
    const account = await tx.findOneByOrFail(Account, { id: passkey.accountId });
    if (account.disabledAt !== null || !isStaff(account.role)) return null;
    const change = { counter: verified.authenticationInfo.newCounter, lastUsedAt: this.clock.now() };
    await tx.update(Passkey, { id: passkey.id }, change);
    return account;
  }
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
