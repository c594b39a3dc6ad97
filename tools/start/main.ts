import { StepFailed } from './step.ts';

const verbs: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  start: async () => (await import('./start.ts')).start,
  test: async () => (await import('./test.ts')).test,
  check: async () => (await import('./check.ts')).check,
  dev: async () => (await import('./dev.ts')).dev,
  bench: async () => (await import('./bench.ts')).bench,
  torture: async () => (await import('./torture.ts')).torture,
  command: async () => (await import('./command.ts')).command,
  run: async () => (await import('./run.ts')).runNamed,
};

const [verb = 'start', ...args] = process.argv.slice(2);
const load = verbs[verb];
if (load === undefined) {
  console.error(`“${verb}” is not one of: ${Object.keys(verbs).join(', ')}`);
  process.exit(2);
}
try {
  const work = await load();
  await work(args);
} catch (error) {
  // A failed step has printed its own output already.
  if (error instanceof StepFailed) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
}
