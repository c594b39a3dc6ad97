import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Audit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { common } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { LIFETIME_MS } from '../session-lifetimes';
import { Session } from '../session.entity';
import { Sessions } from '../sessions';
import { deviceWords } from './copy/device-words';
import type { DeviceDto } from './dto/device.dto';

/** Where an account is signed in, for its owner; what is ended here is out with its next request. */
@Injectable()
export class MyDevices {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The devices that are still signed in: this one first, then by when they were last seen. */
  async list(actor: Actor): Promise<DeviceDto[]> {
    const now = this.clock.now();
    const { accountId } = actor;
    const seenSince = new Date(now.getTime() - LIFETIME_MS[actor.role].idle);
    const sessions = await this.transactions.read((tx) =>
      tx.find(Session, {
        where: { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(seenSince) },
        order: { lastSeenAt: 'DESC', id: 'ASC' },
        take: 100,
      }),
    );
    const devices = sessions.map((session) => present(session, actor));
    return [...devices.filter(({ isThis }) => isThis), ...devices.filter(({ isThis }) => !isThis)];
  }

  /** Signs one device out; safe to repeat. @throws not_found (404) for anything but one's own */
  async end(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const session = await tx.findOneBy(Session, { id, accountId: actor.accountId });
      if (!session) throw common.not_found();
      if (session.revokedAt !== null) return;
      await this.sessions.end(tx, id, 'by_owner');
      await this.audit.record(tx, {
        actor,
        action: 'session.revoke',
        subjectKind: 'session',
        subjectId: id,
        detail: { reason: 'by_owner' },
      });
    });
  }

  /** Signs every other device out. */
  async endOthers(actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const ended = await this.sessions.endAllOf(tx, actor.accountId, 'by_owner', actor);
      await this.audit.record(tx, {
        actor,
        action: 'session.revoke_others',
        subjectKind: 'account',
        subjectId: actor.accountId,
        detail: { reason: 'by_owner', ended },
      });
    });
  }
}

function present(session: Session, { sessionId }: Actor): DeviceDto {
  return {
    id: session.id,
    deviceName: session.deviceName ?? deviceWords.unknown,
    client: session.client,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    isThis: session.id === sessionId,
  };
}
