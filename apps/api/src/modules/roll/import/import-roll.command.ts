import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Command } from '../../../platform/commands';
import { Refusal } from '../../../platform/errors';
import { RollImportFields, type RollImportDto } from '../dto/roll-import.dto';
import { CommitRollImport } from './commit-roll-import';
import { PreviewRollImport, ROLL_FILE_LIMIT } from './preview-roll-import';

/** `import-roll <file> --estate … --town … --neighbourhood … [--dry-run]`: the officer's import, for operators. */
export const importRollCommand: Command = {
  name: 'import-roll',
  usage:
    '<file.xlsx> [--estate <name>] --town <name> --neighbourhood <name> [--dry-run]   imports a roll; refused rows are listed and left out',
  async run(app, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        estate: { type: 'string' },
        town: { type: 'string' },
        neighbourhood: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [path] = positionals;
    const { estate: estateName, town, neighbourhood } = values;
    const fields = plainToInstance(RollImportFields, { estateName, town, neighbourhood });
    if (path === undefined || validateSync(fields).length > 0)
      throw new Error(`import-roll ${importRollCommand.usage}`);
    try {
      // The size is looked at first, so that a wrong path to something huge is not read into memory.
      const bytes =
        (await stat(path)).size > ROLL_FILE_LIMIT ? Buffer.alloc(ROLL_FILE_LIMIT + 1) : await readFile(path);
      const preview = await app.get(PreviewRollImport).execute(null, fields, { fileName: basename(path), bytes });
      report(values['dry-run'] ? preview : await app.get(CommitRollImport).execute(null, preview.id));
    } catch (error) {
      if (error instanceof Refusal) throw new Error(error.title, { cause: error });
      throw error;
    }
  },
};

function report({ state, estate, counts, refusedRows, warnings, absentDoors }: RollImportDto): void {
  const lines = [
    JSON.stringify({ state, estate: estate.name, ...counts }),
    ...refusedRows.map(
      ({ sheet, row, reasons }) => `${sheet}!${row}  ${reasons.map(({ message }) => message).join(' ')}`,
    ),
    ...warnings.map(({ sheet, row, message }) => `${sheet}!${row}  ${message}`),
    ...absentDoors.map((door) =>
      JSON.stringify({ absent: `${door.buildingName} ${door.stairwellName} ${door.roomNo}` }),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
