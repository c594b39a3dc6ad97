import { randomUUID } from 'node:crypto';
import { codeOf, STAFF, tokenOf, type Door } from './names.ts';

const choiceOf = (number: number) => (number % 5 === 0 ? 'against' : number % 11 === 0 ? 'abstain' : 'for');

/** A resident's ballot for the own household, as the H5 sends it. */
export function castRequest({ account, householdId, roundId }: Door): string {
  const body = JSON.stringify({
    id: randomUUID(),
    householdId,
    choice: choiceOf(account),
    channel: 'self_service',
    castAt: new Date().toISOString(),
  });
  const head = [
    `POST /api/rounds/${roundId}/ballots HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: jiati_h5=${tokenOf(account)}`,
    'X-Jiati-Client: h5',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Anybody's look at a stairwell's page; with an ETag, that of somebody who has it already. */
export function readRequest(stairwell: number, etag?: string): string {
  const head = [`GET /api/public/stairwells/${codeOf(stairwell)} HTTP/1.1`, 'Host: 127.0.0.1'];
  if (etag !== undefined) head.push(`If-None-Match: ${etag}`);
  return `${head.join('\r\n')}\r\n\r\n`;
}

/** The ETag a server gives a stairwell's page. */
export async function etagOf(url: string, stairwell: number): Promise<string> {
  const answer = await fetch(`${url}/api/public/stairwells/${codeOf(stairwell)}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  await answer.arrayBuffer();
  return answer.headers.get('etag') ?? '';
}

/** The street's page of a town, of one stage: fifty stairwells with their turnout, unless said otherwise. */
export function townRequest(stage: string, limit = 50): string {
  const head = [
    `GET /api/projects?town=${encodeURIComponent('Town 0')}&stage=${stage}&limit=${limit} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: jiati_office=${tokenOf(STAFF.street)}`,
    'X-Jiati-Client: office',
  ];
  return `${head.join('\r\n')}\r\n\r\n`;
}
