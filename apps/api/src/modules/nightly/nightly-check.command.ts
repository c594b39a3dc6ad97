import type { Command } from '../../platform/commands';
import { chainLines } from '../bundles';
import { recountLines } from '../decisions';
import { alreadyChecked, nightlyHeading } from './copy/nightly-words';
import { NightlyCheck } from './nightly-check';

/** `nightly-check`: `recount` and `verify` in one, at most once a day, with an audit line. */
export const nightlyCheckCommand: Command = {
  name: 'nightly-check',
  usage: '   recount and verify, once a day, with an audit line; status 1 when something differs',
  async run(app) {
    const report = await app.get(NightlyCheck).execute();
    if (report === null) {
      process.stdout.write(`${alreadyChecked}\n`);
      return;
    }
    const lines = [nightlyHeading(report.day), ...recountLines(report.recount), ...chainLines(report.chains)];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (report.recount.differences.length + report.chains.problems.length > 0) throw new Error(lines.at(-1));
  },
};
