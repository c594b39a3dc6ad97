import { isDeepStrictEqual } from 'node:util';
import type { Acknowledged, Ledger } from './ballots.ts';
import { together } from './client.ts';
import type { TortureSystem } from './system.ts';

interface Row {
  id: string;
  round_id: string;
  household_id: string;
  choice: string;
  channel: string;
  receipt_code: string;
}

const RECEIPTS_AT_ONCE = 16;

/**
 * Throws unless the database holds exactly what was acknowledged, with the same content, and every receipt leads to it.
 * @returns how many were looked at
 */
export async function assertNothingLost(system: TortureSystem, ledger: Ledger): Promise<number> {
  if (ledger.contradictions.length > 0) throw new Error(`Two receipts for one ballot: ${ledger.contradictions.join()}`);
  const lines = ledger.all();
  const rows = await system.asOwner(async (client) => {
    const found = await client.query<Row>(
      'SELECT id, round_id, household_id, choice, channel, receipt_code FROM ballots',
    );
    return new Map(found.rows.map((row) => [row.id, row]));
  });
  const wrong: string[] = [];
  for (const line of lines) {
    if (!isDeepStrictEqual(rows.get(line.body.id), rowOf(line))) wrong.push(`${line.body.id} is lost or altered`);
    rows.delete(line.body.id);
  }
  for (const id of rows.keys()) wrong.push(`${id} is stored and nobody was told`);
  await together(lines, RECEIPTS_AT_ONCE, async (line) => {
    const problem = await receiptProblem(system, line);
    if (problem !== null) wrong.push(problem);
  });
  if (wrong.length > 0) throw new Error(`${wrong.length} ballots: ${wrong.slice(0, 10).join('; ')}`);
  return lines.length;
}

function rowOf({ door, body, receiptCode }: Acknowledged): Row {
  const { id, householdId, choice, channel } = body;
  return { id, round_id: door.roundId, household_id: householdId, choice, channel, receipt_code: receiptCode };
}

async function receiptProblem(system: TortureSystem, { body, receiptCode }: Acknowledged): Promise<string | null> {
  const part = () => 1 + Math.floor(Math.random() * 250);
  const { status, body: told } = await system.clients.send({
    method: 'GET',
    path: `/api/public/receipts/${receiptCode}`,
    from: `198.${part()}.${part()}.${part()}`,
  });
  if (status === 200 && told.choice === body.choice && told.channel === body.channel) return null;
  return `receipt ${receiptCode} of ${body.id}: ${status} ${JSON.stringify(told)}`;
}
