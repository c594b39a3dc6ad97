import type { FixtureEstate } from '@jiati/fixtures';
import { workbookOfEstate } from '../../src/database/seeds/demo/estate-workbook';
import { CommitRollImport, PreviewRollImport, RollDirectory, type StairwellPlace } from '../../src/modules/roll';
import type { TestActor, TestApi } from '../harness';

/** Imports an estate as an officer would: file, preview, commit. Gives its stairwells in natural order. */
export async function importEstate(api: TestApi, officer: TestActor, estate: FixtureEstate): Promise<StairwellPlace[]> {
  const { estateName, town, neighbourhood } = estate;
  const file = { fileName: `${estateName}.xlsx`, bytes: workbookOfEstate(estate) };
  const preview = await api.app.get(PreviewRollImport).execute(officer, { estateName, town, neighbourhood }, file);
  if (preview.counts.refused > 0) throw new Error(JSON.stringify(preview.refusedRows));
  const { estate: imported } = await api.app.get(CommitRollImport).execute(officer, preview.id);
  return api.app.get(RollDirectory).stairwellsOfEstate(api.dataSource.manager, imported.id!);
}
