import { randomBytes } from 'node:crypto';

const LIFE_MS = 7_200_000;
const HANDOVER_MS = 300_000;
const FORCE_EVERY_MS = 30_000;
const FORCES_A_DAY = 20;

interface Token {
  text: string;
  goodUntil: number;
}

/**
 * `stable_token` as documented: the same token until its last five minutes, then a new one while the old one stays good
 * for five minutes more. Forced: a new one at once and the old one is void, at most every 30 seconds and 20 times a day.
 */
export class WechatTokens {
  private current: Token | null = null;
  private readonly former: Token[] = [];
  private forcedAt: number[] = [];

  constructor(private readonly now: () => number) {}

  /** @returns the token and the seconds it has left, or the errcode */
  issue(force: boolean): { access_token: string; expires_in: number } | { errcode: number } {
    const now = this.now();
    if (force && this.mayForce(now)) {
      this.forcedAt = this.forcedAt.filter((at) => now - at < 86_400_000);
      if (this.forcedAt.length >= FORCES_A_DAY) return { errcode: 45009 };
      this.forcedAt.push(now);
      this.void();
    }
    const { current } = this;
    if (current && current.goodUntil - now > HANDOVER_MS) return present(current, now);
    if (current) this.former.push({ ...current, goodUntil: now + HANDOVER_MS });
    this.current = { text: `${this.former.length}_${randomBytes(60).toString('base64url')}`, goodUntil: now + LIFE_MS };
    return present(this.current, now);
  }

  /** The token that was handed out last is no longer good, as when its secret was reset. */
  void(): void {
    if (this.current) this.former.push({ ...this.current, goodUntil: -Infinity });
    this.current = null;
  }

  /** 0 for a good token, else the errcode. */
  check(text: string | null): 0 | 40001 | 41001 | 42001 {
    if (!text) return 41001;
    if (text === this.current?.text) return this.now() < this.current.goodUntil ? 0 : 42001;
    const former = this.former.find((token) => token.text === text);
    if (!former || former.goodUntil === -Infinity) return 40001;
    return this.now() < former.goodUntil ? 0 : 42001;
  }

  private mayForce(now: number): boolean {
    return now - (this.forcedAt.at(-1) ?? -Infinity) >= FORCE_EVERY_MS;
  }
}

function present({ text, goodUntil }: Token, now: number): { access_token: string; expires_in: number } {
  return { access_token: text, expires_in: Math.floor((goodUntil - now) / 1_000) };
}
