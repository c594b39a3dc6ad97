import type { Command } from '../../platform/commands';
import { Transactions } from '../../platform/transaction';
import { problemLine, verifySummary } from './copy/verify-words';
import { VerifyChains } from './verify-chains';

/** `verify-chains`: walks every round's record chain and compares it with the stored rows. */
export const verifyChainsCommand: Command = {
  name: 'verify-chains',
  usage: '   walks every record chain and compares it with the stored ballots; status 1 when something differs',
  async run(app) {
    const report = await app.get(Transactions).snapshot((tx) => app.get(VerifyChains).execute(tx));
    const { rounds, events, ballots, problems } = report;
    const lines = problems.map(({ roundId, title, sentence }) => problemLine(roundId, title, sentence));
    const summary = verifySummary(rounds, events, ballots, problems.length);
    for (const line of lines) process.stdout.write(`${line}\n`);
    if (problems.length > 0) throw new Error(summary);
    process.stdout.write(`${summary}\n`);
  },
};
