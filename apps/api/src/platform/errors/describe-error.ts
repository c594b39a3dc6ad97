import { sqlStateOf } from './sqlstate';

/** What of an error may stand in a log. */
export interface ErrorNote {
  type: string;
  /** Absent for errors of the database: theirs repeat what was to be stored. */
  message?: string;
  sqlState?: string;
  table?: string;
  constraint?: string;
  /** Where it happened, without the line that repeats the message. */
  stack: string;
  cause?: ErrorNote;
}

const MOST_CAUSES = 3;

/**
 * An error for the log: where and of what kind, never with what. The drivers hang statement, parameters and the whole
 * offending row on an error, and a parser quotes what it could not read; all of that may be someone's.
 */
export function describeError(error: unknown, depth = 0): ErrorNote {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)), stack: '' };
  const sqlState = sqlStateOf(error);
  const { table, constraint } = ((error as { driverError?: unknown }).driverError ?? error) as Record<string, unknown>;
  return {
    type: error.name,
    ...(sqlState === undefined ? { message: withoutValues(error.message) } : { sqlState }),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && depth < MOST_CAUSES ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

/** A sentence without what was quoted in it, without numbers of more than three digits and long words of random letters. */
export function withoutValues(sentence: string): string {
  return sentence
    .replace(/(["'`“])[^"'`”]*(["'`”])/g, '$1…$2')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d{4,}/g, '…')
    .replace(/[A-Za-z0-9+/_=-]{24,}/g, '…');
}

/** The lines of a stack that say where. */
export function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
