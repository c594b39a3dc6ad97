import { HOTP, Secret, TOTP } from 'otpauth';
import { factorWords } from './copy/factor-words';

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** A clock may be half a minute off, to either side (RFC 6238 §5.2). */
const WINDOW = 1;

/** A new secret for an authenticator app: 160 random bits, as RFC 4226 §4 recommends, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an authenticator app. */
export function totpUri(secret: string, username: string): string {
  return new TOTP({
    issuer: factorWords.issuer,
    label: username,
    secret,
    digits: DIGITS,
    period: PERIOD_SECONDS,
  }).toString();
}

/** The half-minute an instant lies in, counted from 1970. */
export function totpStep(at: Date): number {
  return TOTP.counter({ period: PERIOD_SECONDS, timestamp: at.getTime() });
}

/** The code of a half-minute. */
export function totpCode(secret: string, step: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(secret), digits: DIGITS, counter: step });
}

/** The half-minute a code belongs to, this one or a neighbouring one; null when it is of neither. */
export function stepOfTotpCode(secret: string, code: string, at: Date): number | null {
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
    timestamp: at.getTime(),
    window: WINDOW,
  });
  return delta === null ? null : totpStep(at) + delta;
}
