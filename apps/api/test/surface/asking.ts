import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer, TestApi } from '../harness';
import type { Holder } from '../harness/http';
import { OPERATIONS, type Ask } from './operations';
import type { Schema } from './sample';
import { isStaff, type Principal, type World } from './world';

/** An operation as the API's document describes it. */
export interface Described {
  operationId: string;
  'x-access': string[];
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Route {
  method: string;
  path: string;
  operation: Described;
}

/** Every route of the API by the id of its operation. */
export function routesOf({ paths }: OpenAPIObject): Record<string, Route> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as unknown as Record<string, Described>).map(([method, operation]) => [
        operation.operationId,
        { method: method.toUpperCase(), path, operation },
      ]),
    ),
  );
}

/** A request ready to be sent, as often as one likes. */
export interface Asking {
  route: Route;
  ask: Ask;
  actor: Holder | undefined;
  client: 'office' | 'weapp';
}

/** What a principal would ask of an operation, about the world's own rows. */
export async function askingOf(route: Route, world: World, who: Principal): Promise<Asking> {
  const { ask: askOf, spendsSession } = OPERATIONS[route.operation.operationId]!;
  const ask: Ask = await askOf(world, who);
  const actor = ask.as ?? (spendsSession ? await world.anew(who) : world.actor(who));
  return { route, ask, actor, client: isStaff(who) ? 'office' : 'weapp' };
}

/** The address a request goes to. */
export function urlOf({ path }: Route, { path: values, query }: Ask): string {
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values![name]!)) + search;
}

/** Sends it; `changed` is what to send instead of what would be right. */
export function send(api: TestApi, { route, ask, actor, client }: Asking, changed: Partial<Ask> = {}): Promise<Answer> {
  const sent = { ...ask, ...changed };
  const http = api.http(actor, client);
  return sent.upload
    ? http.upload(urlOf(route, sent), sent.upload)
    : http.send(route.method, urlOf(route, sent), sent.body);
}
