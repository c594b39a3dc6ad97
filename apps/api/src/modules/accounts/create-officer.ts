import { Injectable } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Neighbourhood, StaffRole } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Account } from './account.entity';
import { LEAST_PASSWORD_LENGTH } from './passwords/password-rules';
import { Remits } from './remits';
import { Secrets } from './secrets';
import { WaysIn } from './ways-in';

interface NewDesk {
  username: string;
  displayName: string;
  /** Without one, one is made. */
  password?: string;
  /** Whether it opens only the page that changes it; true unless said: it was on a screen. */
  mustChangePassword?: boolean;
}
/** An officer to be, of one neighbourhood; or someone whose places, if any, are granted elsewhere. */
export type NewOfficer = NewDesk & (({ role?: 'officer' } & Neighbourhood) | { role: Exclude<StaffRole, 'officer'> });

const LONGEST_PLACE = 40;

/**
 * Makes the first accounts of an office from the command line, or gives an existing one a new password (and an officer
 * one more neighbourhood). There is none until someone runs this; further people are made in the office itself.
 */
@Injectable()
export class CreateOfficer {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly waysIn: WaysIn,
    private readonly remits: Remits,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the password, to be told to the person once; it is not kept
   * @throws Error when the username, the name, the place or a given password is not usable
   */
  async execute(officer: NewOfficer): Promise<{ id: string; password: string }> {
    const { username, displayName, role = 'officer', password = randomBytes(12).toString('base64url') } = officer;
    const place = 'town' in officer ? { town: officer.town, neighbourhood: officer.neighbourhood } : null;
    assertUsable({ username, displayName, password }, place);
    const passwordHash = await this.secrets.passwordHash(password);
    return this.transactions.run(async (tx) => {
      const known = await tx.findOneBy(Account, { username });
      if (known && known.role !== role) throw new Error(`username: already belongs to a ${known.role}`);
      const id = known?.id ?? randomUUID();
      const changes = {
        displayName,
        passwordHash,
        mustChangePassword: officer.mustChangePassword ?? true,
        passwordChangedAt: this.clock.now(),
        disabledAt: null,
      };
      if (known) {
        await tx.update(Account, { id }, changes);
        await this.waysIn.reset(tx, { id, username });
      } else {
        await tx.insert(Account, { id, role, username, createdAt: this.clock.now(), ...changes });
      }
      if (place) await this.remits.grant(tx, id, [{ kind: 'neighbourhood', ...place, expiresOn: null }], null);
      await this.audit.record(tx, {
        actor: null,
        action: known ? 'person.reset_sign_in' : 'person.create',
        subjectKind: 'account',
        subjectId: id,
        detail: { role, username, ...place },
      });
      return { id, password };
    });
  }
}

function assertUsable(
  { username, displayName, password }: Required<Omit<NewDesk, 'mustChangePassword'>>,
  place: Neighbourhood | null,
): void {
  if (!/^[a-z][a-z0-9._-]{1,31}$/.test(username)) throw new Error('username: 2 to 32 of a-z 0-9 . _ -, a letter first');
  if (displayName.trim() === '' || displayName.length > 40) throw new Error('name: 1 to 40 characters');
  if (password.length < LEAST_PASSWORD_LENGTH)
    throw new Error(`password: at least ${LEAST_PASSWORD_LENGTH} characters`);
  for (const [name, text] of Object.entries(place ?? {})) {
    if (text.trim() === '' || text.length > LONGEST_PLACE) throw new Error(`${name}: 1 to ${LONGEST_PLACE} characters`);
  }
}
