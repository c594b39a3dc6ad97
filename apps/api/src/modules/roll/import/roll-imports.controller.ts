import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../../platform/access';
import { TakesFile } from '../../../platform/http';
import { Limits } from '../../../platform/limits';
import { Returns } from '../../../platform/openapi';
import { Transactions } from '../../../platform/transaction';
import { IdParam, ValidationPipe } from '../../../platform/validation';
import { RollImportDto, RollImportFields, RollImportForm } from '../dto/roll-import.dto';
import { ReadRoll } from '../read-roll';
import { rollRefusals } from '../roll.refusals';
import { CommitRollImport } from './commit-roll-import';
import { PreviewRollImport, ROLL_FILE_LIMIT, type RollFile } from './preview-roll-import';

@ApiTags('roll')
@Access('officer')
@Controller('roll-imports')
export class RollImportsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly roll: ReadRoll,
    private readonly preview: PreviewRollImport,
    private readonly commit: CommitRollImport,
  ) {}

  /**
   * Reads an office's Excel and says what importing it would change; nothing is imported yet. 400 roll_file_missing,
   * estate_name_missing, 403 import_elsewhere, 413 roll_file_too_large, roll_file_too_many_rows, 415 roll_file_picture,
   * roll_file_pdf, roll_file_not_a_spreadsheet, roll_file_plain_text, 422 roll_file_password_protected,
   * roll_file_damaged, roll_file_empty, roll_file_empty_workbook, roll_file_headings_missing, roll_file_too_slow, id_reused.
   */
  @Returns(201, RollImportDto)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: RollImportForm })
  @TakesFile(ROLL_FILE_LIMIT + 64 * 1024)
  @Post()
  async previewRollImport(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<RollImportDto> {
    await this.limits.spend('importAccount', actor.accountId);
    const { file, fields } = await readForm(request);
    if (!file) throw rollRefusals.roll_file_missing();
    const checked = await new ValidationPipe().transform(fields, { type: 'body', metatype: RollImportFields });
    return this.preview.execute(actor, checked as RollImportFields, file);
  }

  /** An import as it was previewed or done. 404 roll_import_unknown. */
  @Returns(200, RollImportDto)
  @Get(':id')
  readRollImport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RollImportDto> {
    return this.transactions.read((tx) => this.roll.import(tx, actor, id));
  }

  /** Imports what was previewed, whole or not at all; a second time answers the same. 404 roll_import_unknown. */
  @Returns(200, RollImportDto)
  @Post(':id/commit')
  commitRollImport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RollImportDto> {
    return this.commit.execute(actor, id);
  }
}

/** The file and the text fields of a form, in whatever order the browser sends them. */
async function readForm(request: FastifyRequest): Promise<{ file: RollFile | null; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw rollRefusals.roll_file_missing();
  const fields: Record<string, string> = {};
  let file: RollFile | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: ROLL_FILE_LIMIT } })) {
      if (part.type === 'file') file = { fileName: part.filename, bytes: await part.toBuffer() };
      else if (typeof part.value === 'string' && part.value !== '') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw rollRefusals.roll_file_too_large();
    throw error;
  }
  return { file, fields };
}
