import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { ActorSource, isStaff, type Actor, type Client, type Role } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Statements } from '../../platform/transaction';
import { Account } from './account.entity';
import { HALF_SIGNED_IN_MS, LIFETIME_MS, seenEveryMs } from './session-lifetimes';
import { actorOfRow, LIVE_SESSIONS, type SessionRow } from './session-row';
import type { Assurance, SessionEnd } from './session-standing';
import { Session } from './session.entity';

/** A session at its start, or with a new token: the only moment its token is known. */
export interface StartedSession {
  id: string;
  accountId: string;
  token: string;
  expiresAt: Date;
}

/** What may change together with a session's token. */
export type RotationChanges = Partial<
  Pick<Session, 'assurance' | 'factorAt' | 'devicePinHash' | 'devicePinTries' | 'lockedAt' | 'lastSeenAt'>
>;

/** The most sessions of one look-up. */
const MOST_TOGETHER = 64;

/** Sign-ins: 32 random bytes for the holder, their SHA-256 for us. Nothing is remembered between two requests. */
@Injectable()
export class Sessions extends ActorSource {
  /** Requests of the same moment look their sessions up together; nothing is kept from one moment to the next. */
  private readonly live = new DataLoader<{ tokenHash: string; client: Client | null }, SessionRow | null>(
    async (asked) => {
      const tokens = asked.map(({ tokenHash }) => tokenHash);
      const clients = asked.map(({ client }) => client);
      const values = [tokens, this.clock.now(), this.clock.today(), clients];
      const found = new Map(
        (await this.statements.rows<SessionRow>(LIVE_SESSIONS, values)).map((row) => [row.place, row]),
      );
      return asked.map((_, index) => found.get(index + 1) ?? null);
    },
    { cache: false, maxBatchSize: MOST_TOGETHER, batchScheduleFn: (ask) => setImmediate(ask) },
  );

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Starts a session and returns its token, which is not kept and cannot be shown again.
   * @param assurance `password_only` lasts ten minutes, until the second step
   */
  async start(
    tx: EntityManager,
    account: { id: string; role: Role },
    client: Client,
    assurance: Assurance = 'full',
  ): Promise<StartedSession> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = expiryOf(now, account.role, assurance);
    const id = randomUUID();
    await tx.insert(Session, {
      id,
      accountId: account.id,
      client,
      tokenHash: digest(token),
      assurance,
      factorAt: assurance === 'full' && isStaff(account.role) ? now : null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    return { id, accountId: account.id, token, expiresAt };
  }

  /**
   * Gives a live session a new token, because it may do more than before: whoever knew the old one is out. A session
   * that becomes `full` begins its whole time anew.
   * @throws not_signed_in (401) when it was ended meanwhile
   */
  async rotate(tx: EntityManager, sessionId: string, changes: RotationChanges): Promise<StartedSession> {
    const session = await tx.findOneBy(Session, { id: sessionId, revokedAt: IsNull() });
    if (!session) throw common.not_signed_in();
    const { accountId } = session;
    const { role } = await tx.findOneByOrFail(Account, { id: accountId });
    const now = this.clock.now();
    const becomesFull = session.assurance === 'password_only' && changes.assurance === 'full';
    const expiresAt = becomesFull ? expiryOf(now, role, 'full') : session.expiresAt;
    const token = newToken();
    const { affected } = await tx.update(
      Session,
      { id: sessionId, revokedAt: IsNull(), tokenHash: session.tokenHash },
      { ...changes, tokenHash: digest(token), expiresAt },
    );
    if (affected !== 1) throw common.not_signed_in();
    return { id: sessionId, accountId, token, expiresAt };
  }

  tokenHash(token: string): string {
    return digest(token);
  }

  /** Ends a session for good. */
  async end(tx: EntityManager, sessionId: string, reason: SessionEnd = 'signed_out'): Promise<void> {
    const change = { revokedAt: this.clock.now(), revokedReason: reason };
    await tx.update(Session, { id: sessionId, revokedAt: IsNull() }, change);
  }

  /**
   * Ends every session of an account, or all but one: effective with their next request.
   * @returns how many were still good
   */
  async endAllOf(
    tx: EntityManager,
    accountId: string,
    reason: SessionEnd,
    except?: { sessionId: string },
  ): Promise<number> {
    const now = this.clock.now();
    const others = except ? { id: Not(except.sessionId) } : {};
    const { affected } = await tx.update(
      Session,
      { accountId, revokedAt: IsNull(), ...others },
      { revokedAt: now, revokedReason: reason },
    );
    return affected ?? 0;
  }

  /** The live session a token belongs to, and whose it is; null when there is none. */
  async findByToken(tx: EntityManager, token: string): Promise<{ id: string; accountId: string } | null> {
    return tx.findOne(Session, {
      select: { id: true, accountId: true },
      where: { tokenHash: digest(token), revokedAt: IsNull() },
    });
  }

  async actorOf(token: string, client?: Client): Promise<Actor | null> {
    const now = this.clock.now();
    const row = await this.live.load({ tokenHash: digest(token), client: client ?? null });
    if (!row) return null;
    const idleMs = now.getTime() - row.last_seen_at.getTime();
    if (idleMs > LIFETIME_MS[row.role].idle) return null;
    const actor = actorOfRow(row, idleMs);
    // A request to a locked device is no sign of its owner.
    if (idleMs > seenEveryMs(row.has_device_pin) && actor.pending !== 'unlock') {
      await this.dataSource.manager.update(Session, { id: row.session_id }, { lastSeenAt: now });
    }
    return actor;
  }
}

function expiryOf(now: Date, role: Role, assurance: Assurance): Date {
  const lifeMs = assurance === 'full' ? LIFETIME_MS[role].absolute : HALF_SIGNED_IN_MS;
  return new Date(now.getTime() + lifeMs);
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token has 256 random bits, so a plain digest is enough; nothing can be guessed from it. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
