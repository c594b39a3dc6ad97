import type { OpenAPIObject } from '@nestjs/swagger';
import { declaredRefusals } from '../errors';

const CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const reference = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** As much of an operation as its refusals follow from. */
export interface RefusingOperation {
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  'x-access'?: string[];
}

/**
 * Declares how each operation may refuse: what follows from its shape, and the codes that its docstring names. Anything
 * else (429, 500, 503) is the default, which is a problem document too.
 */
export function declareRefusals(document: OpenAPIObject, operation: RefusingOperation, docstring: string): void {
  const refusals = declaredRefusals();
  const named = [...docstring.matchAll(/\b[a-z]+(?:_[a-z0-9]+)+\b/g)].map(([code]) => code);
  const byStatus = new Map<number, string[]>();
  for (const code of [...impliedCodes(operation), ...named]) {
    const status = refusals.get(code)?.status;
    if (status === undefined) continue;
    byStatus.set(status, [...new Set([...(byStatus.get(status) ?? []), code])]);
  }
  for (const [status, codes] of byStatus) operation.responses[status] = responseOf(document, codes);
  operation.responses['default'] = shared(document, 'refused', 'Refused');
}

function impliedCodes({ parameters = [], requestBody, 'x-access': admitted = [] }: RefusingOperation): string[] {
  return [
    ...(parameters.length > 0 || requestBody ? ['malformed'] : []),
    ...(admitted.includes('public') ? [] : ['not_signed_in', 'forbidden']),
    ...(requestBody ? ['too_large', 'unsupported_media_type'] : []),
  ];
}

function responseOf(document: OpenAPIObject, codes: string[]): object {
  const [only = ''] = codes;
  return codes.length === 1 ? shared(document, only, only) : { description: codes.join(', '), content: CONTENT };
}

/** A response that several operations have is written once. */
function shared(document: OpenAPIObject, name: string, description: string): object {
  const responses = (document.components!.responses ??= {});
  responses[name] ??= { description, content: CONTENT };
  return reference(name);
}
