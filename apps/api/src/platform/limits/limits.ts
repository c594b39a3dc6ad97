import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppConfig } from '../../config';
import { common, Refusal, type RefusalMore } from '../errors';
import { addressKey } from './address-key';
import { LimitStore } from './limit-store';
import { LIMITS, type LimitName, type LimitSpec } from './limits.table';
import { Pause } from './pause';

/** How to refuse, when the usual words (429 too_many_requests) do not fit. */
export type Refusing = (more?: RefusalMore) => Refusal;

const HOUR_MS = 3_600_000;
const RETRY_AFTER_SECONDS = 5;

/**
 * What may be done only so often, see LIMITS. One check is one round trip, the same for all processes of the API; who
 * tries is kept as a keyed digest, since an address or a telephone is personal. When the database does not answer,
 * nothing passes: a limit that opens when it is pressed hard is none.
 */
@Injectable()
export class Limits {
  private readonly limiters: Record<LimitName, RateLimiterPostgres>;

  constructor(
    store: LimitStore,
    private readonly pause: Pause,
    private readonly config: AppConfig,
  ) {
    const names = Object.keys(LIMITS) as LimitName[];
    this.limiters = Object.fromEntries(
      names.map((name, index) => [name, limiterOf(name, store, { prunes: index === 0 })]),
    ) as Record<LimitName, RateLimiterPostgres>;
  }

  /**
   * Counts one; waits a little where the limit slows down.
   * @param who the phone, address, household or account, as the limit says
   * @throws too_many_requests (429) or what `refuse` makes, with Retry-After; unavailable (503)
   */
  async spend(name: LimitName, who: string, refuse: Refusing = common.too_many_requests): Promise<void> {
    const spent = await this.limiters[name].consume(this.keyOf(name, who)).catch((reason: unknown) => {
      if (!(reason instanceof RateLimiterRes)) throw common.unavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS });
      throw refuse({ retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)) });
    });
    await this.pause.for(delayOf(LIMITS[name], spent.consumedPoints));
  }

  /** Takes one back: what was counted turned out not to be a guess, or did not happen. */
  async giveBack(name: LimitName, who: string): Promise<void> {
    await this.limiters[name].reward(this.keyOf(name, who)).catch(() => undefined); // costs its holder one try at most
  }

  /** Forgets what was counted: the secret that was guessed at has been replaced. */
  async clear(name: LimitName, who: string): Promise<void> {
    await this.limiters[name].delete(this.keyOf(name, who));
  }

  /**
   * Runs a try that may be a guess. It is counted before it is judged, so that tries at the same moment all count, and
   * given back unless it was judged and wrong: who signs in a whole stairwell is not held up, and an address that is
   * held up cannot use up somebody's tries.
   * @param isWrong for a try that answers instead of throwing; a refusal is wrong when it is a 401
   */
  async watch<T>(
    tries: readonly (readonly [name: LimitName, who: string, refuse?: Refusing])[],
    attempt: () => Promise<T>,
    isWrong: (answer: T) => boolean = () => false,
  ): Promise<T> {
    const counted: [name: LimitName, who: string][] = [];
    let isJudged = false;
    let wasWrong = false;
    try {
      for (const [name, who, refuse] of tries) {
        await this.spend(name, who, refuse);
        counted.push([name, who]);
      }
      isJudged = true;
      const answer = await attempt();
      wasWrong = isWrong(answer);
      return answer;
    } catch (error) {
      wasWrong = isJudged && error instanceof Refusal && error.status === 401;
      throw error;
    } finally {
      if (!wasWrong) for (const [name, who] of counted) await this.giveBack(name, who);
    }
  }

  /** Deletes what ended an hour ago; also done every five minutes. */
  async prune(now: Date): Promise<void> {
    const [first] = Object.values(this.limiters);
    await (first as unknown as { clearExpired(before: number): Promise<void> }).clearExpired(now.getTime() - HOUR_MS);
  }

  private keyOf(name: LimitName, who: string): string {
    const plain = LIMITS[name].per === 'address' ? addressKey(who) : who;
    return createHmac('sha256', this.config.SECRET_KEY).update(`limit:${name}:${plain}`).digest('base64url');
  }
}

/** How long the n-th try of a window waits. */
export function delayOf({ slowDown }: LimitSpec, spent: number): number {
  if (!slowDown || spent <= slowDown.after) return 0;
  return Math.min((spent - slowDown.after) * slowDown.stepMs, slowDown.mostMs);
}

function limiterOf(name: LimitName, store: LimitStore, { prunes }: { prunes: boolean }): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: store.client,
    storeType: store.type,
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: prunes,
    keyPrefix: name,
    points: LIMITS[name].points,
    duration: LIMITS[name].seconds,
  });
}
