import { ApiProblem, wordsOf as sentenceOf, type FieldProblem } from '@jiati/contracts';
import { common } from '../copy/common';
import { PasskeyProblem } from './passkey-browser';

/** A refusal or a failure, ready to be shown. */
export interface ProblemWords {
  title: string;
  detail: string | null;
  errors: readonly FieldProblem[];
  /** Only where an officer may have to hand it on. */
  requestId: string | null;
  /** HTTP status; 0 when no answer came at all. */
  status: number;
}

/** Turns whatever a request threw into words: the API's own where it refused, ours where it broke. */
export function problemWords(error: unknown): ProblemWords {
  if (error instanceof PasskeyProblem)
    return { title: error.message, detail: null, errors: [], requestId: null, status: -1 };
  if (!(error instanceof ApiProblem))
    return { title: sentenceOf(error), detail: null, errors: [], requestId: null, status: -1 };
  const { status, message, errors, requestId } = error;
  if (status >= 500) return { title: message, detail: common.failed.unexpected, errors, requestId, status };
  return { title: message, detail: null, errors, requestId: null, status };
}

/** The HTTP status of whatever was thrown; 0 when no answer came. */
export const statusOf = (error: unknown): number => (error instanceof ApiProblem ? error.status : -1);

/** The code of a refusal; empty when it was none. */
export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : '');
