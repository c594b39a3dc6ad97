import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { declaredRefusals } from '../errors';
import { declareRefusals, type RefusingOperation } from './declare-refusals';
import { pathSchemas } from './handlers';
import { Problem } from './problem.dto';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * The OpenAPI document of a built application, with its keys sorted, so that the same code gives the same bytes.
 * @param docstrings what the controllers say of their methods; the first sentence becomes the summary
 */
export function describeApi(app: INestApplication, docstrings: ReadonlyMap<string, string> = new Map()): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Jiati')
    .setDescription('One stairwell decides about a lift: roll, rounds, ballots, reviews.')
    .setVersion('0.1.0')
    .addBearerAuth()
    .addCookieAuth('jiati_h5', undefined, 'h5')
    .addCookieAuth('jiati_office', undefined, 'office')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (_, method) => method,
    extraModels: [Problem],
  });
  const problem = document.components!.schemas!['Problem'] as { properties: Record<string, { enum?: string[] }> };
  problem.properties['code']!.enum = [...declaredRefusals().keys()].sort();
  const schemas = pathSchemas(app);
  for (const operation of operationsOf(document)) {
    const docstring = docstrings.get(operation.operationId) ?? '';
    Object.assign(operation, wordsOf(docstring));
    for (const { name, in: place, schema } of operation.parameters ?? []) {
      if (place === 'path') Object.assign(schema, schemas.get(operation.operationId)?.[name]);
    }
    declareRefusals(document, operation, docstring);
  }
  return sorted(document) as OpenAPIObject;
}

interface Operation extends RefusingOperation {
  operationId: string;
  parameters?: { name: string; in: string; schema: object }[];
}

function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.values(paths).flatMap((path) =>
    METHODS.flatMap((method) => (path[method] ? [path[method] as unknown as Operation] : [])),
  );
}

/** A summary is one sentence; whoever wants more reads the description. */
function wordsOf(docstring: string): { summary?: string; description?: string } {
  if (docstring === '') return {};
  const [sentence = docstring] = /^.+?\.(?= |$)/.exec(docstring) ?? [];
  return { summary: sentence.replace(/\.$/, ''), ...(sentence === docstring ? {} : { description: docstring }) };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
