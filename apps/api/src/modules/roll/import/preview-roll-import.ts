import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { common } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { Vault } from '../../../platform/vault';
import { warning } from '../copy/row-messages';
import type { RollImportDto, RollImportFields } from '../dto/roll-import.dto';
import { Estate, RollImport } from '../entities';
import { RollAccess } from '../roll.access';
import { rollRefusals } from '../roll.refusals';
import { parseRollInThread } from '../sheet/parse-roll-in-thread';
import type { ParsedRoll, UnreadableReason } from '../sheet/roll-sheet.types';
import { describeImport, presentImport, type ImportPreview } from './describe-import';
import { planImport } from './plan-import';
import { emptyRoll, loadRollState } from './roll-state';
import { openPreview, sealPreview, sealRows } from './sealed-import';

/** What a file may weigh, in bytes. */
export const ROLL_FILE_LIMIT = 10 * 1024 * 1024;

/** A preview nobody imported holds names and telephones for no purpose; after a week it is gone. */
const previewLifeMs = 7 * 24 * 60 * 60_000;

export interface RollFile {
  fileName: string;
  bytes: Buffer;
}

const refusalOf: Record<UnreadableReason, keyof typeof rollRefusals> = {
  picture: 'roll_file_picture',
  pdf: 'roll_file_pdf',
  not_a_spreadsheet: 'roll_file_not_a_spreadsheet',
  plain_text: 'roll_file_plain_text',
  password_protected: 'roll_file_password_protected',
  damaged: 'roll_file_damaged',
  empty_file: 'roll_file_empty',
  empty_workbook: 'roll_file_empty_workbook',
  headings_missing: 'roll_file_headings_missing',
  too_many_rows: 'roll_file_too_many_rows',
  too_slow: 'roll_file_too_slow',
};

/** Reads a file and says what importing it would change. Changes nothing but to remember what was read. */
@Injectable()
export class PreviewRollImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RollAccess,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /**
   * @param actor null: the command line
   * @throws import_elsewhere (403); one refusal per way a file can be wrong (roll.refusals.ts); id_reused when the id stands for another file
   */
  async execute(
    actor: Pick<Actor, 'accountId' | 'remit'> | null,
    fields: RollImportFields,
    file: RollFile,
  ): Promise<RollImportDto> {
    this.access.assertMayImport(actor, fields);
    if (file.bytes.length > ROLL_FILE_LIMIT) throw rollRefusals.roll_file_too_large();
    const fileSha256 = createHash('sha256').update(file.bytes).digest('hex');
    const read = await readOrRefuse(file.bytes);
    const name = fields.estateName ?? read.estateNameOnSheet;
    if (name === null) throw rollRefusals.estate_name_missing();
    if (read.estateNameOnSheet !== null && read.estateNameOnSheet !== name) {
      const message = warning.estateDiffers(read.estateNameOnSheet, name);
      read.warnings.unshift({ sheet: read.rows[0]?.sheet ?? '', row: 0, message });
    }
    const place = { name, town: fields.town, neighbourhood: fields.neighbourhood };
    return this.transactions.run(async (tx) => {
      const forgotten = new Date(this.clock.now().getTime() - previewLifeMs);
      await tx.delete(RollImport, { state: 'previewed', createdAt: LessThan(forgotten) });
      const id = fields.id ?? randomUUID();
      const estate = await tx.findOneBy(Estate, place);
      const plan = planImport(estate ? await loadRollState(tx, this.vault, estate.id) : emptyRoll(), read.rows);
      const preview = describeImport({ id: estate?.id ?? null, ...place }, read, plan);
      await this.remember(tx, { id, estateId: estate?.id ?? null, fileSha256, preview, read, file, actor });
      const kept = await tx.findOneByOrFail(RollImport, { id });
      return presentImport(kept, openPreview(this.vault, kept));
    });
  }

  private async remember(
    tx: EntityManager,
    it: {
      id: string;
      estateId: string | null;
      fileSha256: string;
      preview: ImportPreview;
      read: ParsedRoll;
      file: RollFile;
      actor: Pick<Actor, 'accountId'> | null;
    },
  ): Promise<void> {
    const known = await tx.findOneBy(RollImport, { id: it.id });
    if (known) {
      const { estate } = openPreview(this.vault, known);
      const isSame =
        known.fileSha256 === it.fileSha256 &&
        estate.name === it.preview.estate.name &&
        estate.town === it.preview.estate.town &&
        estate.neighbourhood === it.preview.estate.neighbourhood;
      if (!isSame) throw common.id_reused();
      return;
    }
    await tx.insert(RollImport, {
      id: it.id,
      estateId: it.estateId,
      fileName: it.file.fileName.slice(0, 200),
      fileSha256: it.fileSha256,
      state: 'previewed',
      previewSealed: sealPreview(this.vault, it.id, it.preview),
      parsedRowsSealed: sealRows(this.vault, it.id, it.read.rows),
      importedBy: it.actor?.accountId ?? null,
      createdAt: this.clock.now(),
    });
  }
}

async function readOrRefuse(bytes: Buffer): Promise<ParsedRoll> {
  const result = await parseRollInThread(bytes);
  if (result.kind === 'roll') return result.roll;
  throw rollRefusals[refusalOf[result.reason]](
    result.missingHeadings
      ? { errors: result.missingHeadings.map((heading) => ({ path: 'file', message: heading })) }
      : {},
  );
}
