import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { common } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { Secrets } from '../secrets';
import { SecurityLog } from '../security-log';
import { Session } from '../session.entity';
import { Sessions, type StartedSession } from '../sessions';
import { devicePinRefusals } from './device-pin.refusals';

const MOST_TRIES = 5;

/**
 * Six digits that lock a volunteer's device: it holds the doors of a whole stairwell and is handed around. They belong
 * to this device's session and are worth nothing without it.
 */
@Injectable()
export class DevicePin {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** Sets the PIN, or another one while the device is open. @throws weak_device_pin (400) */
  async set(actor: Actor, pin: string): Promise<StartedSession> {
    if (isWeak(pin)) throw devicePinRefusals.weak_device_pin();
    const devicePinHash = await this.secrets.passwordHash(pin);
    return this.transactions.run(async (tx) => {
      await this.log.write(tx, actor, 'device_pin.set');
      return this.open(tx, actor, { devicePinHash });
    });
  }

  /** Locks the device at once; safe to repeat. */
  async lock({ sessionId }: Actor): Promise<void> {
    const lockedAt = this.clock.now();
    await this.transactions.run((tx) => tx.update(Session, { id: sessionId, lockedAt: IsNull() }, { lockedAt }));
  }

  /**
   * Opens the device. The fifth wrong PIN ends the session: the next way in is a code sent to the telephone.
   * @throws wrong_device_pin (401, `triesLeft`), device_pin_tries_used (401)
   */
  async unlock(actor: Actor, pin: string): Promise<StartedSession> {
    const tried = await this.transactions.run((tx) => spendTry(tx, actor.sessionId));
    if (!tried) throw common.not_signed_in();
    if (await this.secrets.passwordMatches(tried.hash, pin)) {
      return this.transactions.run((tx) => this.open(tx, actor, {}));
    }
    const triesLeft = MOST_TRIES - tried.tries;
    await this.log.refused({ accountId: actor.accountId }, 'device_pin', { triesUsed: triesLeft === 0 });
    if (triesLeft > 0) throw devicePinRefusals.wrong_device_pin({ triesLeft });
    await this.transactions.run((tx) => this.sessions.end(tx, actor.sessionId, 'tries_used'));
    throw devicePinRefusals.device_pin_tries_used();
  }

  private open(tx: EntityManager, { sessionId }: Actor, change: { devicePinHash?: string }): Promise<StartedSession> {
    const opened = { lockedAt: null, devicePinTries: 0, lastSeenAt: this.clock.now() };
    return this.sessions.rotate(tx, sessionId, { ...opened, ...change });
  }
}

/** Counts a try before it is judged, in one statement. Null when none is left or the session has ended. */
async function spendTry(tx: EntityManager, sessionId: string): Promise<{ tries: number; hash: string } | null> {
  const [rows] = await tx.query<[{ tries: number; hash: string }[], number]>(
    `UPDATE sessions SET device_pin_tries = device_pin_tries + 1
      WHERE id = $1 AND revoked_at IS NULL AND device_pin_tries < $2
      RETURNING device_pin_tries AS tries, device_pin_hash AS hash`,
    [sessionId, MOST_TRIES],
  );
  return rows[0] ?? null;
}

/** 000000, 121212, 123456, 987654: the first ones anybody tries. */
function isWeak(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => digit - digits[index]!);
  const repeats = [1, 2, 3].some((period) => digits.every((digit, index) => digit === digits[index % period]));
  return repeats || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
