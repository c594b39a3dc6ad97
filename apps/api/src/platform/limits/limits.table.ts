const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** At most so many within a window; the window begins with the first. */
export interface LimitSpec {
  /** Whose tries are counted together. An IPv6 address counts as its /64, which is what one house gets. */
  per: 'phone' | 'address' | 'household' | 'account' | 'everyone';
  points: number;
  seconds: number;
  /** From the `after`-th on, each one waits a step longer before it is looked at, up to `mostMs`. */
  slowDown?: { after: number; stepMs: number; mostMs: number };
}

/** Wrong guesses from one address: someone who mistypes notices nothing, a program soon waits seconds for each guess. */
const GUESSING = { after: 5, stepMs: 250, mostMs: 3_000 };

/**
 * Everything that may be done only so often, counted in PostgreSQL over all processes. A secret with few possibilities
 * (phone code, slip PIN, password, device PIN, one-time code) counts its own tries in its own row besides, and dies or
 * locks after five; these limits hold whoever walks from one secret to the next.
 */
export const LIMITS = {
  /** Text messages cost money and wake people up. */
  smsPhoneMinute: { per: 'phone', points: 1, seconds: MINUTE },
  smsPhoneDay: { per: 'phone', points: 10, seconds: DAY },
  smsAddress: { per: 'address', points: 60, seconds: HOUR },
  smsEveryone: { per: 'everyone', points: 20_000, seconds: DAY },
  /** Wrong phone codes, whatever the phones. */
  codeAddress: { per: 'address', points: 60, seconds: HOUR, slowDown: GUESSING },
  /** Wrong slips: a slip locks for a quarter of an hour after five, which alone would allow 480 a day. */
  slipHousehold: { per: 'household', points: 20, seconds: DAY },
  /** The lock of a slip, for doors that have none: nobody is to tell them apart. */
  slipNobodys: { per: 'household', points: 5, seconds: 15 * MINUTE },
  slipAddress: { per: 'address', points: 30, seconds: HOUR, slowDown: GUESSING },
  /** Wrong passwords and second factors. A password locks its account for a quarter of an hour after five; locking it
   * for longer would let anybody keep an officer out. */
  passwordAddress: { per: 'address', points: 60, seconds: HOUR, slowDown: GUESSING },
  secondFactorAccount: { per: 'account', points: 10, seconds: 15 * MINUTE, slowDown: { ...GUESSING, after: 3 } },
  secondFactorAddress: { per: 'address', points: 60, seconds: HOUR, slowDown: GUESSING },
  /** Begun passkey sign-ins: each leaves a row for five minutes. */
  passkeyAddress: { per: 'address', points: 120, seconds: HOUR },
  /** Device PINs of volunteers: five wrong end the session, this holds whoever signs in again and again. */
  devicePinAccount: { per: 'account', points: 20, seconds: DAY },
  /** Sign-ins by WeChat, right and wrong: each costs a call to its servers. */
  weappAddress: { per: 'address', points: 120, seconds: HOUR },
  /** Whole telephone numbers shown to one officer: a morning's calls, not a town's directory. */
  unmaskAccount: { per: 'account', points: 60, seconds: HOUR },
  /** Looked-up receipts: a code has 54 bits, so this only keeps programs away. */
  receiptAddress: { per: 'address', points: 30, seconds: MINUTE, slowDown: { after: 15, stepMs: 100, mostMs: 1_500 } },
  /** Pictures and papers: each is decoded and kept. */
  uploadAccount: { per: 'account', points: 600, seconds: HOUR },
  /** Rolls are large and read in a thread of their own. */
  importAccount: { per: 'account', points: 30, seconds: HOUR },
} satisfies Record<string, LimitSpec>;

export type LimitName = keyof typeof LIMITS;
