import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config';

/** OWASP's floor for argon2id; about 20 ms and 19 MiB a try. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Checked when there is no such account, so that the answer takes as long. Made of random bytes that nobody kept. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$xPI23i6fx2l6scHMH+c2Hw$fHvdZnG3oRBB7DvFN4U9/Ihqk09UwBxZNBdOm5vkxi4';

/** Makes and checks what people type in to show who they are. */
@Injectable()
export class Secrets {
  constructor(private readonly config: AppConfig) {}

  /** Six random digits. */
  newCode(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }

  /** Keyed digest of a phone code: a million codes are soon tried, so a stolen table must not be enough. */
  codeDigest(phone: string, code: string): string {
    return createHmac('sha256', this.config.SECRET_KEY).update(`phone-code:${phone}:${code}`).digest('hex');
  }

  /** Keyed digest of what was typed as a username, by which tries are counted and logged. */
  usernameDigest(username: string): string {
    return createHmac('sha256', this.config.SECRET_KEY).update(`username:${username}`).digest('hex');
  }

  /** Compares two digests in constant time. */
  sameDigest(one: string, other: string): boolean {
    return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
  }

  /** argon2id of a password, a recovery code or a PIN, with its own salt. */
  passwordHash(password: string): Promise<string> {
    return hash(password, ARGON2ID);
  }

  /** Whether a password (recovery code, PIN) is the hashed one; takes its time also when there is no hash. */
  async passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? NOBODYS_HASH, password);
    return passwordHash !== null && matches;
  }
}
