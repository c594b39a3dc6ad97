/** One field that was not understood: `path` as in the request (`signature.pngBase64`), `message` for people. */
export interface FieldError {
  path: string;
  message: string;
}

/** What a module declares once per reason: the HTTP status and the sentence a person reads. */
export interface RefusalSpec {
  status: number;
  title: string;
}

/** What may be said on top when it is thrown. Other keys become members of the problem document. */
export interface RefusalMore {
  detail?: string;
  errors?: FieldError[];
  /** Sent as Retry-After. */
  retryAfterSeconds?: number;
  [member: string]: unknown;
}

/** An expected “no”: becomes application/problem+json with its own code, never a 500. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly more: RefusalMore = {},
  ) {
    super(more.detail ?? title);
    this.name = 'Refusal';
  }
}

const declared = new Map<string, RefusalSpec>();

/**
 * Declares a module's refusals.
 * @param specs code → status and title; the code is what front ends branch on, so it must be unique in the application
 * @returns one function per code: `throw refusals.wrong_pin()`
 */
export function defineRefusals<const T extends Record<string, RefusalSpec>>(
  specs: T,
): { [Code in keyof T]: (more?: RefusalMore) => Refusal } {
  const makers = Object.entries(specs).map(([code, spec]) => {
    const earlier = declared.get(code);
    if (earlier && earlier.title !== spec.title) throw new Error(`Refusal code ${code} is declared twice`);
    declared.set(code, spec);
    return [code, (more?: RefusalMore) => new Refusal(code, spec.status, spec.title, more)];
  });
  return Object.fromEntries(makers) as { [Code in keyof T]: (more?: RefusalMore) => Refusal };
}

/** Everything declared, by its code; the OpenAPI document lists it. */
export function declaredRefusals(): ReadonlyMap<string, RefusalSpec> {
  return declared;
}
