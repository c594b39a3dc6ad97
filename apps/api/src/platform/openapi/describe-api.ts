import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { declaredRefusalCodes } from '../errors';
import { Problem } from './problem.dto';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The OpenAPI document of a built application, with its keys sorted, so that the same code gives the same bytes. */
export function describeApi(app: INestApplication): OpenAPIObject {
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
  declareProblems(document);
  return sorted(document) as OpenAPIObject;
}

/** Any operation may answer with a problem; those that change something need the client header. */
function declareProblems(document: OpenAPIObject): void {
  const problem = document.components!.schemas!['Problem'] as { properties: Record<string, { enum?: string[] }> };
  problem.properties['code']!.enum = declaredRefusalCodes();
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      operation.responses['default'] = {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
