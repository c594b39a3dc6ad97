import { SHORT } from './lib/scenario.ts';
import { SHORT_NAMES, torture } from './torture.ts';

// The same as `npm run torture`, smaller: see there. Needs the built API.
it('loses, doubles and alters no acknowledged ballot, whatever is killed, crowded or short', async () => {
  const said: string[] = [];
  await torture(SHORT, SHORT_NAMES, (line) => said.push(line));
  expect(said).toHaveLength(SHORT_NAMES.length + 1);
}, 600_000);
