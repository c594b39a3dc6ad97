import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, type Actor } from '../../src/platform/access';
import { BodyLimit } from '../../src/platform/http';
import { Transactions } from '../../src/platform/transaction';
import { Base64, DateOn, Id, Instant, Int, ListOf, Nested, OneOf, Phone, Text } from '../../src/platform/validation';

class RowInput {
  @Int({ min: 0, max: 100 })
  amountFen!: number;
}
class TrialInput {
  @Id()
  id!: string;
  @Text({ max: 5 })
  statedName!: string;
  @OneOf(['for', 'against'])
  choice!: string;
  @Instant()
  castAt!: Date;
  @DateOn({ nullable: true })
  revisitOn!: string | null;
  @Nested(() => RowInput, { optional: true })
  row?: RowInput;
  @ListOf(() => RowInput, { max: 2 })
  rows!: RowInput[];
  @Base64({ maxBytes: 300, optional: true })
  pngBase64?: string;
  @Phone({ optional: true })
  phone?: string;
}
class TrialQuery {
  @Int({ min: 1, max: 9, fromQuery: true, optional: true })
  page?: number;
}

@Controller('trial')
class TrialController {
  constructor(private readonly transactions: Transactions) {}

  @Access('public')
  @Post()
  postTrial(@Body() input: TrialInput) {
    return { ...input, castAt: input.castAt instanceof Date };
  }

  @Access('public')
  @BodyLimit(2 * 1024 * 1024)
  @Post('heavy')
  postHeavy(@Body() input: object) {
    return { bytes: JSON.stringify(input).length };
  }

  @Access('public')
  @Get('pages')
  getPage(@Query() query: TrialQuery) {
    return query;
  }

  @Access('officer')
  @Get('officers')
  getOfficersOnly(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Access('resident')
  @Get('neighbours')
  getNeighboursOnly() {
    return {};
  }

  @Get('forgotten')
  getForgotten() {
    return {};
  }

  @Access('public')
  @Get('statements')
  async runStatement(@Query() { page }: TrialQuery) {
    const statements = [
      `SELECT 'x'::uuid`,
      'SELECT 1 / 0',
      'SELECT 9999999999::int4',
      `INSERT INTO accounts (id, role, display_name) VALUES (gen_random_uuid(), 'king', 'x')`,
      'SELECT pg_terminate_backend(pg_backend_pid())',
      `SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(5)`,
      `DO $$ BEGIN RAISE SQLSTATE '53100'; END $$`,
      `DO $$ BEGIN RAISE SQLSTATE 'XX000'; END $$`,
    ];
    await this.transactions.run((tx) => tx.query(statements[(page ?? 1) - 1]!));
  }
}

/** Routes that exist only to try the platform: one of each kind of access, input and failure. */
@Module({ controllers: [TrialController] })
export class TrialModule {}
