import type { Command } from '../../platform/commands';
import { Transactions } from '../../platform/transaction';
import { differenceLine, recountSummary } from './copy/recount-words';
import { RecountRounds } from './recount-rounds';

/** `recount`: every projection and every announced decision against the ballots, and both against SQL alone. */
export const recountCommand: Command = {
  name: 'recount',
  usage: '   counts every round anew and compares; status 1 when something differs',
  async run(app) {
    const report = await app.get(Transactions).snapshot((tx) => app.get(RecountRounds).execute(tx));
    const { rounds, countedHouseholds, differences } = report;
    const lines = differences.map(({ roundId, title, where, what }) => differenceLine(roundId, title, where, what));
    const summary = recountSummary(rounds, countedHouseholds, differences.length);
    for (const line of lines) process.stdout.write(`${line}\n`);
    if (differences.length > 0) throw new Error(summary);
    process.stdout.write(`${summary}\n`);
  },
};
