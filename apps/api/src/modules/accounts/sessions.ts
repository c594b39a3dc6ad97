import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ActorSource, isStaff, NO_REMIT, type Actor, type Client, type Remit, type Role } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Session } from './session.entity';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Lifetime {
  absolute: number;
  idle: number;
}

/** How long a session lives at most, and unused: an office desk is shared, a phone is one's own. */
const DESK: Lifetime = { absolute: 12 * HOUR_MS, idle: 2 * HOUR_MS };
const LIFETIME_MS: Record<Role, Lifetime> = {
  resident: { absolute: 90 * DAY_MS, idle: 30 * DAY_MS },
  volunteer: { absolute: 30 * DAY_MS, idle: 7 * DAY_MS },
  committee: DESK,
  officer: DESK,
  street: DESK,
  auditor: DESK,
  contractor: DESK,
  operator: DESK,
};

/** Seen again within this time is not written down again: reading must not become writing. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Looked up for staff only, inside the one query: a neighbour's request costs what it always did. */
const REMITS = `CASE WHEN a.role IN ('resident', 'volunteer') THEN NULL ELSE (
  SELECT json_agg(json_build_object('town', r.town, 'neighbourhood', r.neighbourhood, 'stairwellId', r.stairwell_id))
    FROM remits r
   WHERE r.account_id = a.id AND r.revoked_at IS NULL AND (r.expires_on IS NULL OR r.expires_on >= $3)) END`;

interface SessionRow {
  session_id: string;
  last_seen_at: Date;
  account_id: string;
  role: Role;
  display_name: string;
  remits: { town: string | null; neighbourhood: string | null; stairwellId: string | null }[] | null;
}

/** A session at its start: the only moment its token is known. */
export interface StartedSession {
  id: string;
  accountId: string;
  token: string;
  expiresAt: Date;
}

/** Sign-ins: 32 random bytes for the holder, their SHA-256 for us. */
@Injectable()
export class Sessions extends ActorSource {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Starts a session and returns its token, which is not kept and cannot be shown again. */
  async start(tx: EntityManager, account: { id: string; role: Role }, client: Client): Promise<StartedSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + LIFETIME_MS[account.role].absolute);
    const id = randomUUID();
    await tx.insert(Session, {
      id,
      accountId: account.id,
      client,
      tokenHash: digest(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    return { id, accountId: account.id, token, expiresAt };
  }

  /** Ends a session for good. */
  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.update(Session, { id: sessionId }, { revokedAt: this.clock.now() });
  }

  async actorOf(token: string): Promise<Actor | null> {
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.id AS session_id, s.last_seen_at, a.id AS account_id, a.role, a.display_name, ${REMITS} AS remits
         FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL`,
      [digest(token), this.clock.now(), this.clock.today()],
    );
    if (!row) return null;
    const idleMs = this.clock.now().getTime() - row.last_seen_at.getTime();
    if (idleMs > LIFETIME_MS[row.role].idle) return null;
    if (idleMs > SEEN_EVERY_MS) {
      await this.dataSource.manager.update(Session, { id: row.session_id }, { lastSeenAt: this.clock.now() });
    }
    return {
      accountId: row.account_id,
      role: row.role,
      sessionId: row.session_id,
      displayName: row.display_name,
      remit: remitOf(row),
    };
  }
}

/** An auditor reads everywhere by role; everybody else's say is what was granted to them. */
function remitOf({ role, remits }: SessionRow): Remit {
  if (!isStaff(role)) return NO_REMIT;
  const rows = remits ?? [];
  return {
    everywhere: role === 'auditor',
    towns: rows.flatMap(({ town, neighbourhood }) => (town !== null && neighbourhood === null ? [town] : [])),
    neighbourhoods: rows.flatMap(({ town, neighbourhood }) =>
      town !== null && neighbourhood !== null ? [{ town, neighbourhood }] : [],
    ),
    stairwellIds: rows.flatMap(({ stairwellId }) => stairwellId ?? []),
  };
}

/** A token has 256 random bits, so a plain digest is enough; nothing can be guessed from it. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
