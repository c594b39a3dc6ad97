import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { unavailable } from './errcodes';
import { TokenRefused, WechatApi } from './wechat-api';

/** In a token's last five minutes WeChat hands out its successor; both are good meanwhile. */
const HANDOVER_MS = 5 * 60_000;
const LEAST_REST_MS = 30_000;
/** WeChat forces no second token within 30 seconds, and 20 a day. */
const FORCE_EVERY_MS = 30_000;

interface KeptToken {
  token: string;
  renewAt: number;
}

/**
 * The credential of server calls, kept in this process's memory only. `stable_token` hands every process the same one
 * until it ends, so processes share it without a table to steal it from.
 */
@Injectable()
export class AccessToken {
  private kept: KeptToken | null = null;
  private fetching: Promise<string> | null = null;
  private replacing: Promise<string> | null = null;
  private forcedAt = -Infinity;

  constructor(
    private readonly api: WechatApi,
    private readonly clock: Clock,
  ) {}

  /** A token that was good when it was last asked for. @throws gateway_unavailable (503) */
  async current(): Promise<string> {
    if (this.kept && this.kept.renewAt > this.clock.now().getTime()) return this.kept.token;
    this.fetching ??= this.ask(false).finally(() => (this.fetching = null));
    return this.fetching;
  }

  /**
   * A token other than the one that was just refused; all who were refused at once wait for the same one. Another
   * process may have forced a new one: that is asked for first, and only when WeChat still names the refused one is a
   * new one forced.
   * @throws gateway_unavailable (503)
   */
  async insteadOf(refused: string): Promise<string> {
    if (this.kept && this.kept.token !== refused) return this.kept.token;
    this.replacing ??= this.replace(refused).finally(() => (this.replacing = null));
    return this.replacing;
  }

  /**
   * Makes a call with the token at hand; when that is refused, once more with another.
   * @throws gateway_unavailable (503), and what the call throws
   */
  async use<T>(call: (token: string) => Promise<T>): Promise<T> {
    const token = await this.current();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
    }
    try {
      return await call(await this.insteadOf(token));
    } catch (error) {
      throw error instanceof TokenRefused ? unavailable() : error;
    }
  }

  private async replace(refused: string): Promise<string> {
    const offered = await this.ask(false);
    const now = this.clock.now().getTime();
    if (offered !== refused || now - this.forcedAt < FORCE_EVERY_MS) return offered;
    this.forcedAt = now;
    return this.ask(true);
  }

  private async ask(force: boolean): Promise<string> {
    const { token, livesMs } = await this.api.stableToken(force);
    const restMs = Math.max(LEAST_REST_MS, livesMs - HANDOVER_MS);
    this.kept = { token, renewAt: this.clock.now().getTime() + restMs };
    return token;
  }
}
