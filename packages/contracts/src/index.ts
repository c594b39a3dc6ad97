import { createTypedClient, type Client, type ClientOptions } from './client.ts';
import type { paths } from './schema.ts';

export * from './client.ts';
export * from './format.ts';
export * from './labels.ts';
export * from './literals.ts';
export * from './problem.ts';
export * from './types.ts';
export type { components, operations, paths } from './schema.ts';

/** The API as its OpenAPI document describes it. */
export type ApiClient = Client<paths>;

/**
 * A client of the Jiati API over any transport.
 * @throws ApiProblem from every call that is refused or gets no answer
 */
export function createClient(options: ClientOptions): ApiClient {
  return createTypedClient<paths>(options);
}
