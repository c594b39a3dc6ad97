import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Helper } from '../../../platform/access';
import { Audit } from '../../../platform/audit';
import { Transactions } from '../../../platform/transaction';
import type { SessionDto } from '../dto/session.dto';
import { ReadSession } from '../read-session';
import { Session } from '../session.entity';

/**
 * Helper mode (家人代操作): someone holds the device for the person signed in. It gives no right of its own; from then
 * on every audit line and ballot of the session says who it was.
 */
@Injectable()
export class HelperMode {
  constructor(
    private readonly transactions: Transactions,
    private readonly readSession: ReadSession,
    private readonly audit: Audit,
  ) {}

  /** From the next request on the helper is named; another one takes the first one's place. */
  async begin(actor: Actor, helper: Helper): Promise<SessionDto> {
    await this.transactions.run(async (tx) => {
      await this.write(tx, { ...actor, helper }, 'helper.begin', helper);
    });
    return this.readSession.execute(actor);
  }

  /** The person goes on alone; safe to repeat. */
  async end(actor: Actor): Promise<SessionDto> {
    if (actor.helper) {
      await this.transactions.run((tx) =>
        this.write(tx, actor, 'helper.end', { helperName: null, helperRelation: null }),
      );
    }
    return this.readSession.execute(actor);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    action: string,
    change: Pick<Session, 'helperName' | 'helperRelation'>,
  ): Promise<void> {
    await tx.update(Session, { id: actor.sessionId }, change);
    await this.audit.record(tx, { actor, action, subjectKind: 'account', subjectId: actor.accountId });
  }
}
