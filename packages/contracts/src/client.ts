import { ApiProblem, networkProblem, problemOf } from './problem.ts';
import type { ClientName } from './literals.ts';

/** One request as a transport receives it. `body` is a JSON text, a FormData, or nothing. */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What came back: the body already parsed when it was JSON. */
export interface TransportResponse {
  status: number;
  body: unknown;
}

/** Carries one request: `Taro.request`, `fetch`, or a test's own. Rejects when there was no answer at all. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

export interface ClientOptions {
  transport: Transport;
  /** Sent as X-Jiati-Client on every request. */
  client: ClientName;
  /** Before `/api/…`; empty in a browser, the server's address in a mini-program. */
  baseUrl?: string;
  /** The session token where there are no cookies. */
  token?: () => string | null;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathsWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, infer Operation>
    ? [Operation] extends [undefined]
      ? never
      : P
    : never;
}[keyof Paths] &
  string;
type OperationOf<Paths, P extends keyof Paths, M extends Method> = Paths[P] extends Record<M, infer O> ? O : never;
type JsonOf<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Success<Responses> =
  Responses extends Record<number | string, unknown>
    ? { [S in Extract<keyof Responses, 200 | 201 | 202 | 204>]: JsonOf<Responses[S]> }[Extract<
        keyof Responses,
        200 | 201 | 202 | 204
      >]
    : never;

/** The answer of an operation. */
export type AnswerOf<O> = O extends { responses: infer Responses } ? Success<Responses> : never;
/** What an operation asks for: path and query parameters, and its body. */
export type AskOf<O> = (O extends { parameters: { path: infer Path } } ? { path: Path } : { path?: undefined }) &
  (O extends { parameters: { query?: infer Query } } ? { query?: Query } : { query?: undefined }) &
  (O extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : { body?: unknown });

type Arguments<Ask> = Record<string, never> extends Ask ? [ask?: Ask] : [ask: Ask];
type Caller<Paths, M extends Method> = <P extends PathsWith<Paths, M>>(
  path: P,
  ...ask: Arguments<AskOf<OperationOf<Paths, P, M>>>
) => Promise<AnswerOf<OperationOf<Paths, P, M>>>;

/** The API by its paths: `api.get('/api/public/stairwells/{code}', { path: { code } })`. */
export interface Client<Paths> {
  get: Caller<Paths, 'get'>;
  post: Caller<Paths, 'post'>;
  put: Caller<Paths, 'put'>;
  patch: Caller<Paths, 'patch'>;
  delete: Caller<Paths, 'delete'>;
}

interface LooseAsk {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/**
 * A typed client over any transport.
 * @throws ApiProblem from every call that is refused or gets no answer; its message is a sentence for people
 */
export function createTypedClient<Paths>(options: ClientOptions): Client<Paths> {
  const call =
    (method: TransportRequest['method']) =>
    async (path: string, ask: LooseAsk = {}) => {
      const token = options.token?.();
      const isForm = Object.prototype.toString.call(ask.body) === '[object FormData]';
      const request: TransportRequest = {
        method,
        url: (options.baseUrl ?? '') + fillPath(path, ask.path) + queryString(ask.query),
        headers: {
          accept: 'application/json',
          'x-jiati-client': options.client,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(ask.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(ask.body === undefined ? {} : { body: isForm ? ask.body : JSON.stringify(ask.body) }),
      };
      const response = await options.transport(request).catch((cause: unknown) => {
        throw cause instanceof ApiProblem ? cause : networkProblem(cause);
      });
      if (response.status >= 200 && response.status < 300) return response.status === 204 ? undefined : response.body;
      throw problemOf(response);
    };
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  } as unknown as Client<Paths>;
}

function fillPath(path: string, values: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** Written by hand: a mini-program has no URLSearchParams. */
function queryString(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&');
  return text === '' ? '' : `?${text}`;
}
