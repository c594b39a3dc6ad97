/** One field the API did not understand. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** A refusal of the API, or no answer at all (`status` 0, `code` `no_answer`). `message` can be shown as it is. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly requestId: string | null = null,
    /** Other members of the problem document, e.g. `resendAfterSeconds`. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

/** When the request never got an answer. */
export function networkProblem(cause: unknown): ApiProblem {
  const problem = new ApiProblem(0, 'no_answer', '现在连不上网络，您填的内容还在，请稍后再试。');
  problem.cause = cause;
  return problem;
}

/** Reads a problem document; anything else that is not a success becomes a plain sentence. */
export function problemOf(response: { status: number; body: unknown }): ApiProblem {
  const body = (typeof response.body === 'object' && response.body !== null ? response.body : {}) as Record<
    string,
    unknown
  >;
  const { type: _type, status: _status, title, detail, code, errors, requestId, ...members } = body;
  const words = [title, detail].filter((part) => typeof part === 'string' && part !== '').join('');
  return new ApiProblem(
    response.status,
    typeof code === 'string' ? code : 'unknown',
    words || '系统暂时没有回应，您填的内容没有丢，请稍后再试。',
    Array.isArray(errors) ? (errors as FieldProblem[]) : [],
    typeof requestId === 'string' ? requestId : null,
    members,
  );
}

/** The sentence to show for whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : '系统出了点问题，您填的内容没有丢，请稍后再试。';
}
