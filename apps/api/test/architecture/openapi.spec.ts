import { buildOpenApi } from '../../src/openapi-document';

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  'x-access': string[];
}

describe('the API’s document', () => {
  let operations: Operation[];
  let codes: string[];
  beforeAll(async () => {
    const document = JSON.parse(await buildOpenApi());
    operations = Object.values(document.paths as Record<string, Record<string, Operation>>).flatMap((path) =>
      Object.values(path),
    );
    codes = document.components.schemas.Problem.properties.code.enum;
  });

  const without = (isThere: (operation: Operation) => unknown) =>
    operations.filter((operation) => !isThere(operation)).map(({ operationId }) => operationId);

  it('says of every operation what it does, in one sentence, and where it belongs', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(without(({ summary }) => summary !== undefined && summary.length > 10 && summary.length < 160)).toEqual([]);
    expect(without(({ tags }) => tags?.length === 1)).toEqual([]);
  });

  it('says how every operation refuses', () => {
    const declares = ({ responses }: Operation, statuses: number[]) =>
      statuses.every((status) => responses[status] !== undefined);
    expect(without((operation) => operation.responses['default'])).toEqual([]);
    expect(without((operation) => operation['x-access'].includes('public') || declares(operation, [401, 403]))).toEqual(
      [],
    );
    expect(without((operation) => !operation.parameters?.length || declares(operation, [400]))).toEqual([]);
    expect(without((operation) => !operation.requestBody || declares(operation, [400, 413, 415]))).toEqual([]);
  });

  it('names only codes that there are', () => {
    const named = operations.flatMap(
      ({ description = '' }) => description.match(/\b[a-z]+(?:_[a-z0-9]+)+\b(?!\*)/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((code) => !codes.includes(code))).toEqual([]);
  });
});
