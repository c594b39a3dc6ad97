// How a ballot is taken when nobody thought of speed: repositories, find and save, and a count of the round afresh.
import Fastify from 'fastify';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../start/paths.ts';

/* The API's own entities, as it is built; only their names matter here. */
const fromApi = createRequire(join(root, 'apps/api/package.json'));
const { DataSource, In } = fromApi('typeorm');
const { dataSourceOptions } = fromApi('./dist/database/data-source-options.js');
const entity = (path: string, name: string) => fromApi(`./dist/modules/${path}.entity.js`)[name];
const Session = entity('accounts/session', 'Session');
const Account = entity('accounts/account', 'Account');
const Binding = entity('bindings/binding', 'Binding');
const Entitlement = entity('rounds/entitlement', 'Entitlement');
const Round = entity('rounds/round', 'ConsultationRound');
const Motion = entity('rounds/motion', 'Motion');
const Ballot = entity('ballots/ballot', 'Ballot');
const RoundTally = entity('decisions/round-tally', 'RoundTally');
const ChainEvent = entity('chain/chain-event', 'ChainEvent');
const { AuditEvent } = fromApi('./dist/platform/audit/audit-event.entity.js');

interface CastBody {
  id: string;
  householdId: string;
  choice: 'for' | 'against' | 'abstain';
  castAt: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const seal = (what: object) => sha256(JSON.stringify(what) + randomBytes(32).toString('hex'));
const dataSource = await new DataSource(dataSourceOptions(process.argv[2])).initialize();
const server = Fastify();

server.post<{ Params: { roundId: string }; Body: CastBody }>(
  '/api/rounds/:roundId/ballots',
  ({ params, body, headers }, reply) =>
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    dataSource.transaction(async (tx: any) => {
      const { roundId } = params;
      const token = headers.cookie?.slice('jiati_h5='.length) ?? '';
      const session = await tx.findOneByOrFail(Session, { tokenHash: sha256(token) });
      const account = await tx.findOneByOrFail(Account, { id: session.accountId });
      const round = await tx.findOneByOrFail(Round, { id: roundId, state: 'open' });
      const motion = await tx.findOneByOrFail(Motion, { roundId });
      const { householdId } = body;
      await tx.findOneByOrFail(Binding, { accountId: account.id, householdId, state: 'approved' });
      await tx.findOneByOrFail(Entitlement, { roundId, householdId });
      const tally = await tx.findOne(RoundTally, { where: { roundId }, lock: { mode: 'pessimistic_write' } });
      const earlier = await tx.findOne(Ballot, { where: { roundId, householdId }, order: { seq: 'DESC' } });
      const { schemeHash, costTableHash, agreementHash } = motion;
      const now = new Date();
      const ballot = await tx.save(Ballot, {
        ...{
          id: body.id,
          roundId,
          householdId,
          seq: (earlier?.seq ?? 0) + 1,
          choice: body.choice,
          channel: 'self_service',
        },
        ...{ recordedBy: account.id, castAt: new Date(body.castAt), receivedAt: now, needsReview: false },
        ...{ schemeHash, costTableHash, agreementHash, rulesetHash: round.rulesetHash },
        ...{ contentHash: sha256(JSON.stringify(body)), receiptCode: randomBytes(9).toString('hex') },
      });
      const payload = {
        ballotId: ballot.id,
        channel: 'self_service',
        choiceSeal: seal(body),
        doorSeal: seal({ householdId }),
        supersedes: earlier?.id,
      };
      const event = {
        roundId,
        seq: tally.chainCount + 1,
        kind: earlier ? 'supersede' : 'ballot',
        payload,
        at: now,
        previousHash: tally.chainHead,
      };
      const hash = sha256(JSON.stringify(event));
      await tx.save(ChainEvent, { ...event, hash, salts: null });
      await tx.save(RoundTally, {
        ...{ ...tally, ...(await recount(tx, roundId)), chainCount: event.seq, chainHead: hash },
        ...{ countedAt: now, version: tally.version + 1 },
      });
      await tx.save(AuditEvent, {
        ...{ at: now, actorId: account.id, action: 'ballot.cast', category: 'domain', subjectKind: 'ballot' },
        ...{ subjectId: ballot.id, sessionId: session.id, requestId: randomUUID(), detail: { roundId, householdId } },
      });
      return reply.status(201).send({ ballot });
    }),
);

/** Every ballot and every line of the electorate of the round, added up. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function recount(tx: any, roundId: string): Promise<object> {
  const electorate: { householdId: string; areaDm2: number }[] = await tx.findBy(Entitlement, { roundId });
  const householdIds = electorate.map(({ householdId }) => householdId);
  const ballots: { householdId: string; choice: string }[] = await tx.find(Ballot, {
    where: { roundId, householdId: In(householdIds) },
    order: { seq: 'ASC' },
  });
  const last = new Map(ballots.map(({ householdId, choice }) => [householdId, choice]));
  const sum = (choice: string | undefined) => {
    const lines = electorate.filter(({ householdId }) => last.get(householdId) === choice);
    return { heads: lines.length, areaDm2: lines.reduce((area, line) => area + line.areaDm2, 0) };
  };
  const [agreed, against, abstain, silent] = [sum('for'), sum('against'), sum('abstain'), sum(undefined)];
  return {
    ...{ countedHouseholds: last.size, forHeads: agreed.heads, forAreaDm2: agreed.areaDm2 },
    ...{ againstHeads: against.heads, againstAreaDm2: against.areaDm2, abstainHeads: abstain.heads },
    ...{ abstainAreaDm2: abstain.areaDm2, silentHeads: silent.heads, silentAreaDm2: silent.areaDm2 },
  };
}

process.on('disconnect', () => process.exit());
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
