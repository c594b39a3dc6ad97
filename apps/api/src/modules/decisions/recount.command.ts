import type { Command } from '../../platform/commands';
import { Transactions } from '../../platform/transaction';
import { differenceLine, recountSummary } from './copy/recount-words';
import { RecountRounds, type RecountReport } from './recount-rounds';

/** `recount`: every projection and every announced decision against the ballots, and both against SQL alone. */
export const recountCommand: Command = {
  name: 'recount',
  usage: '   counts every round anew and compares; status 1 when something differs',
  async run(app) {
    const report = await app.get(Transactions).snapshot((tx) => app.get(RecountRounds).execute(tx));
    const lines = recountLines(report);
    const summary = lines.pop()!;
    for (const line of lines) process.stdout.write(`${line}\n`);
    if (report.differences.length > 0) throw new Error(summary);
    process.stdout.write(`${summary}\n`);
  },
};

/** What was seen, in words: a line for each difference, and the summary as the last. */
export function recountLines({ rounds, countedHouseholds, differences }: RecountReport): string[] {
  return [
    ...differences.map(({ roundId, title, where, what }) => differenceLine(roundId, title, where, what)),
    recountSummary(rounds, countedHouseholds, differences.length),
  ];
}
