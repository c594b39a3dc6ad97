import type { Command } from '../../platform/commands';
import { Transactions } from '../../platform/transaction';
import { problemLine, verifySummary } from './copy/verify-words';
import { VerifyChains, type ChainReport } from './verify-chains';

/** `verify`: walks every round's record chain and compares it with the stored rows. */
export const verifyChainsCommand: Command = {
  name: 'verify',
  usage: '    walks every record chain and compares it with the stored ballots; status 1 when something differs',
  async run(app) {
    const report = await app.get(Transactions).snapshot((tx) => app.get(VerifyChains).execute(tx));
    const lines = chainLines(report);
    const summary = lines.pop()!;
    for (const line of lines) process.stdout.write(`${line}\n`);
    if (report.problems.length > 0) throw new Error(summary);
    process.stdout.write(`${summary}\n`);
  },
};

/** What was seen, in words: a line for each problem, and the summary as the last. */
export function chainLines({ rounds, events, ballots, problems }: ChainReport): string[] {
  return [
    ...problems.map(({ roundId, title, sentence }) => problemLine(roundId, title, sentence)),
    verifySummary(rounds, events, ballots, problems.length),
  ];
}
