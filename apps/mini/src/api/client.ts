import { ApiProblem, createClient, networkProblem, problemOf, wordsOf, type TransportRequest } from '@jiati/contracts';
import { baseUrl, clientName, readToken, transport } from '@/platform/transport';

export { ApiProblem, wordsOf as words };

/** The API, by its own description. Every call throws ApiProblem with a sentence that can be shown. */
export const api = createClient({ transport, client: clientName, baseUrl, token: readToken });

/**
 * Sends a request that is known only by its path: one kept in the outbox, say.
 * @throws ApiProblem with a sentence that says what happened
 */
export async function call<Answer>(method: TransportRequest['method'], path: string, body?: unknown): Promise<Answer> {
  const token = readToken();
  const response = await transport({
    method,
    url: baseUrl + path,
    headers: {
      accept: 'application/json',
      'x-jiati-client': clientName,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw networkProblem(cause);
  });
  if (response.status >= 200 && response.status < 300) return response.body as Answer;
  throw problemOf(response);
}
