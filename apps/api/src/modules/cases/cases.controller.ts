import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { CaseDetailDto, CasesPageDto, ListCasesQuery, SettleCaseInput } from './dto/case.dto';
import { ReadCases } from './read-cases';
import { SettleCase } from './settle-case';

/** Cases (存疑票): households whose answers differ. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: ReadCases,
    private readonly settlements: SettleCase,
  ) {}

  /** Cases of one's remit, the open ones first, page by page. */
  @Access(...OFFICE_READERS)
  @Returns(200, CasesPageDto)
  @Get()
  listCases(@CurrentActor() actor: Actor, @Query() query: ListCasesQuery): Promise<CasesPageDto> {
    return this.transactions.read((tx) => this.cases.list(tx, actor, query));
  }

  /** One case: its ballots side by side, and how it was settled. 404 not_found. */
  @Access(...OFFICE_READERS)
  @Returns(200, CaseDetailDto)
  @Get(':id')
  readCase(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CaseDetailDto> {
    return this.transactions.read((tx) => this.cases.detail(tx, actor, id));
  }

  /**
   * Says which ballot counts, with the reason; until the announcement it may be said anew. 400 not_of_case, 404
   * not_found, 409 own_case, case_changed, case_overtaken, case_frozen, case_too_late, 422 id_reused.
   */
  @Access('officer')
  @Returns(200, CaseDetailDto)
  @Post(':id/settle')
  settleCase(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: SettleCaseInput,
  ): Promise<CaseDetailDto> {
    return this.settlements.execute(actor, id, input);
  }
}
