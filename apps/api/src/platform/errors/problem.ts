import { HttpException } from '@nestjs/common';
import { common } from './common.refusals';
import { Refusal } from './refusal';
import { refusalOfDatabaseError } from './sqlstate';

/** RFC 9457 document. `code` is stable and for programs, `title` is a sentence for people. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  requestId: string;
  [member: string]: unknown;
}

const BY_STATUS: Record<number, () => Refusal> = {
  400: common.malformed,
  401: common.not_signed_in,
  403: common.forbidden,
  404: common.not_found,
  405: common.method_not_allowed,
  409: common.conflict,
  413: common.too_large,
  415: common.unsupported_media_type,
  429: common.too_many_requests,
  503: common.unavailable,
};

/** What the multipart reader throws for a form that is not one; its errors carry no status. */
const BROKEN_FORM =
  /^(Multipart: Boundary not found|The needle cannot|Unexpected end of|Malformed part header|Part terminated early)/;

/** Any thrown value → the refusal to answer with; anything unexpected becomes `unexpected` (500). */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const fromDatabase = refusalOfDatabaseError(error);
  if (fromDatabase) return fromDatabase;
  if (error instanceof Error && BROKEN_FORM.test(error.message)) return common.malformed();
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status < 500) return (BY_STATUS[status] ?? common.malformed)();
  return status === 503 ? common.unavailable() : common.unexpected();
}

/** The document that goes out for a refusal. */
export function problemDocument(refusal: Refusal, requestId: string): ProblemDocument {
  const { detail, errors, retryAfterSeconds: _header, ...members } = refusal.more;
  return {
    ...members,
    type: `urn:jiati:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    requestId,
  };
}
