import { Injectable } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Account } from './account.entity';
import { Secrets } from './secrets';

/** An officer to be. Without a password one is made. */
export interface NewOfficer {
  username: string;
  displayName: string;
  password?: string;
}

const LEAST_LENGTH = 10;

/** Makes an officer's account, or gives an existing one a new password. There is none until someone runs this. */
@Injectable()
export class CreateOfficer {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the password, to be told to the officer once; it is not kept
   * @throws Error when the username, the name or a given password is not usable
   */
  async execute({ username, displayName, password = randomBytes(12).toString('base64url') }: NewOfficer): Promise<{
    id: string;
    password: string;
  }> {
    if (!/^[a-z][a-z0-9._-]{1,31}$/.test(username))
      throw new Error('username: 2 to 32 of a-z 0-9 . _ -, a letter first');
    if (displayName.trim() === '' || displayName.length > 40) throw new Error('name: 1 to 40 characters');
    if (password.length < LEAST_LENGTH) throw new Error(`password: at least ${LEAST_LENGTH} characters`);
    const passwordHash = await this.secrets.passwordHash(password);
    return this.transactions.run(async (tx) => {
      const known = await tx.findOneBy(Account, { username });
      const id = known?.id ?? randomUUID();
      const changes = { displayName, passwordHash, failedTries: 0, lockedUntil: null, disabledAt: null };
      if (known) await tx.update(Account, { id }, changes);
      else await tx.insert(Account, { id, role: 'officer', username, createdAt: this.clock.now(), ...changes });
      await this.audit.record(tx, {
        actor: null,
        action: known ? 'officer.reset_password' : 'officer.create',
        subjectKind: 'account',
        subjectId: id,
        detail: { username },
      });
      return { id, password };
    });
  }
}
