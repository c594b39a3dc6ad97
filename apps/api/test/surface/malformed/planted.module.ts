import { Body, Controller, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../../src/platform/access';
import { common } from '../../../src/platform/errors';
import { Returns } from '../../../src/platform/openapi';
import { Transactions } from '../../../src/platform/transaction';
import { IdParam, Int, Nested, Text } from '../../../src/platform/validation';

class PlantedRow {
  @Text({ max: 5 })
  note!: string;
}
export class PlantedInput {
  @Text({ max: 40 })
  statedName!: string;
  @Nested(() => PlantedRow)
  row!: PlantedRow;
}
export class PlantedQuery {
  @Int({ min: 1, max: 9, fromQuery: true, optional: true })
  page?: number;
}

@Injectable()
class Stain {
  isSpoilt = false;
}

/** One route without a defect, and one for each that the suite must find. */
@Controller('planted')
@Access('public')
class PlantedController {
  constructor(
    private readonly transactions: Transactions,
    private readonly stain: Stain,
  ) {}

  @Returns(200)
  @Post('sound/:id')
  plantNothing(@Param('id', IdParam) _id: string, @Query() _query: PlantedQuery, @Body() _input: PlantedInput) {
    return {};
  }

  @Returns(200)
  @Post('failing')
  plantFailure(@Body() { row }: PlantedInput) {
    if (row.note === '😀') throw new Error('some sign is too wide');
    return {};
  }

  @Returns(200)
  @Post('failing-query')
  plantFailingQuery(@Query() { page }: PlantedQuery) {
    if (page === 9) throw new Error('off by one');
    return {};
  }

  @Returns(200)
  @Post('talkative')
  plantLeak(@Body() { statedName }: PlantedInput) {
    if (statedName.includes("'")) throw common.conflict({ detail: `syntax error at or near "${statedName}"` });
    return {};
  }

  @Returns(200)
  @Post('hanging')
  plantHang(@Body() { statedName }: PlantedInput) {
    return statedName === '=1+1' ? new Promise(() => undefined) : {};
  }

  @Returns(200)
  @Post('careless')
  plantNoCheck(@Body() input: object) {
    return input;
  }

  @Returns(200)
  @Post('hasty')
  async plantTrace(@Body() input: { statedName?: unknown }) {
    await this.transactions.run((tx) =>
      tx.query(`INSERT INTO demo_notes (key, content) VALUES (gen_random_uuid()::text, '{}')`),
    );
    if (typeof input.statedName !== 'string')
      throw common.malformed({ errors: [{ path: 'statedName', message: '请填写姓名。' }] });
    return {};
  }

  @Returns(200)
  @Post('spoilt')
  plantSpoiling(@Body() input: { statedName?: unknown }) {
    this.stain.isSpoilt ||= input.statedName === null;
    if (this.stain.isSpoilt) throw common.conflict();
    return {};
  }

  @Returns(200)
  @Post('picky')
  plantPickiness(@Body() { statedName }: PlantedInput) {
    if (statedName.startsWith('.')) throw common.malformed({ errors: [{ path: 'statedName', message: '不要点。' }] });
    return {};
  }
}

/** Routes with defects on purpose, for the test of the suite itself. */
@Module({ controllers: [PlantedController], providers: [Stain] })
export class PlantedModule {}
