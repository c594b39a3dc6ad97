// What the API is measured against: the same ballot and the same page, written by hand for nothing else.
import Fastify from 'fastify';
import { createHash, pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { CAST, READ, SETTINGS, TOWN, type CastRow, type ProgressRow, type TownRow } from './statements.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const POOL_SIZE = 10; // the API's default

interface Ballot {
  id: string;
  householdId: string;
  choice: 'for' | 'against' | 'abstain';
  channel: 'self_service';
  castAt: string;
}

const uuid = { type: 'string', format: 'uuid' };
const ballotSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'householdId', 'choice', 'channel', 'castAt'],
  properties: {
    id: uuid,
    householdId: uuid,
    choice: { enum: ['for', 'against', 'abstain'] },
    channel: { const: 'self_service' },
    castAt: { type: 'string', format: 'date-time' },
  },
};

const derive = promisify(pbkdf2);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
pg.types.setTypeParser(pg.types.builtins.INT8, Number); // areas are far below 2^53
const pool = new pg.Pool({
  connectionString: process.argv[2],
  max: POOL_SIZE,
  options: SETTINGS,
});
const server = Fastify();

server.post<{ Params: { roundId: string }; Body: Ballot }>(
  '/api/rounds/:roundId/ballots',
  { schema: { body: ballotSchema, params: { type: 'object', properties: { roundId: uuid } } } },
  async ({ params: { roundId }, body, headers }, reply) => {
    const receivedAt = new Date();
    const token = headers.cookie?.slice('jiati_h5='.length) ?? '';
    const receipt = Array.from({ length: 12 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
    const receiptHash = (await derive(receipt, body.id, 200, 32, 'sha256')).toString('hex');
    const values = [
      ...[sha256(token), roundId, body.householdId, body.choice, body.id, new Date(body.castAt).toISOString()],
      ...[receipt, receiptHash, randomBytes(32).toString('hex'), randomBytes(32).toString('hex')],
      ...[receivedAt, receivedAt.toISOString()],
    ];
    const { rows } = await pool.query<CastRow>({ name: 'cast', text: CAST, values });
    const row = rows[0];
    if (!row) return reply.status(404).send({ code: 'not_found' });
    const { id, choice, channel } = body;
    const ballot = { id, seq: row.seq, choice, channel, state: 'counted', receivedAt, receiptCode: receipt };
    return reply.status(201).send({ ballot, turnout: turnoutOf(row), closesAt: row.closesAt });
  },
);

server.get<{ Params: { code: string } }>('/api/public/stairwells/:code', async ({ params, headers }, reply) => {
  const { rows } = await pool.query<ProgressRow>({ name: 'read', text: READ, values: [params.code] });
  const row = rows[0];
  if (!row) return reply.status(404).send({ code: 'not_found' });
  const etag = `"${row.version}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (headers['if-none-match'] === etag) return reply.status(304).send();
  return { ...row.page, round: { ...row.page.round, turnout: turnoutOf(row) } };
});

server.get<{ Querystring: { town: string; stage: string; limit: number } }>(
  '/api/projects',
  async ({ query, headers }) => {
    const token = headers.cookie?.slice('jiati_office='.length) ?? '';
    const limit = Number(query.limit);
    const values = [sha256(token), query.town, query.stage, limit + 1];
    const { rows } = await pool.query<TownRow>({ name: 'town', text: TOWN, values });
    const projects = rows.slice(0, limit).map(projectOf);
    return { projects, next: rows.length > limit ? projects.at(-1)?.stairwellId : null };
  },
);

function projectOf(row: TownRow) {
  const {
    roundId: id,
    roundState: state,
    closesAt,
    heads,
    dm2,
    wholeHeads,
    wholeDm2,
    requiredHeads,
    requiredDm2,
    ...place
  } = row;
  const gate = (basis: string, part: number, whole: number, required: number) => ({
    ...{ basis, part, whole, required, met: part >= required, shortBy: Math.max(0, required - part) },
  });
  const turnout = [
    gate('headcount', heads, wholeHeads, requiredHeads),
    gate('exclusive_area', dm2, wholeDm2, requiredDm2),
  ];
  return { ...place, round: { id, state, closesAt, turnout } };
}

/** The page's gates with what has come in. */
function turnoutOf({ page, heads, dm2 }: Pick<ProgressRow, 'page' | 'heads' | 'dm2'>): object[] {
  return page.round.turnout.map((check) => {
    const part = check.basis === 'headcount' ? heads : dm2;
    return { ...check, part, met: part >= check.required, shortBy: Math.max(0, check.required - part) };
  });
}

process.on('disconnect', () => process.exit());
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
