import { common } from './common.refusals';
import { brokenConstraint, refusalOfConstraint } from './constraints';
import type { Refusal } from './refusal';

const RETRY_AFTER_SECONDS = 5;
const SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOENT',
]);
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)/;
/** What TypeORM says to the rest of a transaction whose connection was lost in the middle. */
const LOST_TRANSACTION = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

/** Only driver errors carry a five-character SQLSTATE in `code`; it has a digit, which sets it apart from EPIPE. */
export function sqlStateOf(error: unknown): string | undefined {
  const source = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (source as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when repeating the whole transaction at once may succeed: serialization failure, deadlock. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlStateOf(error) ?? '');
}

/** Lock not available, statement or transaction took too long, was left idle or became read-only: later it may succeed. */
const LATER = new Set(['55P03', '57014', '25P03', '25P04', '25006']);

/** Connection lost, out of disk, memory or connections, shutting down or recovering, an error of disk or system. */
const DOWN = /^(08|53|57P0|58)/;

/** PostgreSQL's sources that write tables, indexes and temporary files. */
const STORAGE = new Set(['md.c', 'buffile.c']);

/** A quota that is used up, or a limit on files, has no SQLSTATE: it comes as an internal error of whoever writes. */
function isOutOfQuota(source: { code?: unknown; file?: unknown } | null): boolean {
  return source?.code === 'XX000' && typeof source.file === 'string' && STORAGE.has(source.file);
}

/** True when the database could not be reached, has run out of something, or is going away. */
export function isDatabaseDown(error: unknown): boolean {
  const source = ((error as { driverError?: unknown } | null)?.driverError ?? error) as NodeJS.ErrnoException | null;
  const state = sqlStateOf(error);
  if (state !== undefined) return DOWN.test(state) || isOutOfQuota(source);
  if (source instanceof AggregateError) return source.errors.some(isDatabaseDown);
  if (LOST_TRANSACTION.has(source?.name ?? '')) return true;
  return SOCKET_ERRORS.has(source?.code ?? '') || LOST_CONNECTION.test(source?.message ?? '');
}

/**
 * What a failed statement means for the caller.
 * @returns the refusal, or undefined when the error is a defect of ours (a 500)
 */
export function refusalOfDatabaseError(error: unknown): Refusal | undefined {
  const declared = refusalOfConstraint(brokenConstraint(error));
  if (declared) return declared;
  if (isDatabaseDown(error) || isRetryable(error) || LATER.has(sqlStateOf(error) ?? ''))
    return common.unavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS });
  switch (sqlStateOf(error)) {
    case '23505':
    case '23503':
      return common.conflict();
    case '22P02':
    case '22003':
    case '22021':
      return common.malformed();
    default:
      return undefined;
  }
}
