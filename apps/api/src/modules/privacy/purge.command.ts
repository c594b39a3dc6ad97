import { parseArgs } from 'node:util';
import type { Command } from '../../platform/commands';
import { purgeWords } from './copy/retention-words';
import { Purge, type PurgeLine } from './purge';
import { RETENTION_RULES, wordsOf } from './retention-rules';

/** `purge`: what has been kept long enough. Only looks, until `--apply` is said. */
export const purgeCommand: Command = {
  name: 'purge',
  usage:
    '[--apply] [--days <rule>=<days> …]   shows what was kept long enough and, with --apply, deletes or empties it; runs as MIGRATION_DATABASE_URL',
  asOwner: true,
  async run(app, args) {
    const { values } = parseArgs({
      args,
      options: { apply: { type: 'boolean', default: false }, days: { type: 'string', multiple: true, default: [] } },
    });
    const own = ownDays(values.days);
    const lines = values.apply ? await app.get(Purge).apply(own) : await app.get(Purge).preview(own);
    process.stdout.write(`${report(lines, values.apply)}\n`);
  },
};

/** Days an office set for itself, e.g. `visit-notes=365`. @throws Error saying what is wrong with them */
export function ownDays(settings: readonly string[]): Map<string, number> {
  return new Map(
    settings.map((text) => {
      const [, id, days] = /^([a-z-]+)=(\d{1,5})$/.exec(text) ?? [];
      if (id === undefined || days === undefined) throw new Error(purgeWords.badDays(text));
      if (!RETENTION_RULES.some((rule) => rule.id === id)) throw new Error(purgeWords.unknownRule(id));
      return [id, Number(days)];
    }),
  );
}

function report(lines: readonly PurgeLine[], applied: boolean): string {
  const told = lines
    .filter(({ rows }) => rows > 0)
    .map(({ rule, days, rows, oldestAt }) =>
      purgeWords.line(rule.id, wordsOf(rule).what, days, rows, oldestAt?.toISOString() ?? null),
    );
  if (told.length === 0) return purgeWords.nothing;
  return [applied ? purgeWords.done : purgeWords.dryRun, ...told].join('\n');
}
