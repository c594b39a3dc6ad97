import { whileOpenOf } from '@jiati/rules';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { CountSheet } from './count-sheet';
import { CostPreviewDto, PreviewCostTableInput } from './dto/cost-preview.dto';
import { CountSheetDto } from './dto/round.dto';
import { RulesetDto } from './dto/ruleset.dto';
import { PreviewCostTable } from './preview-cost-table';
import { usableRulesets } from './usable-rulesets';

/** What an officer needs to prepare a round and to read its outcome. */
@ApiTags('rounds')
@Controller()
export class RoundToolsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly preview: PreviewCostTable,
    private readonly countSheet: CountSheet,
  ) {}

  /** The rulesets a new round may choose, the national one first. */
  @Access(...OFFICE_READERS, 'committee')
  @Returns(200, [RulesetDto])
  @Get('rulesets')
  listRulesets(): RulesetDto[] {
    return usableRulesets().map((ruleset) => ({
      id: ruleset.id,
      version: ruleset.version,
      name: ruleset.name,
      document: ruleset.document,
      article: ruleset.article,
      verified: ruleset.verified,
      inForceFrom: ruleset.inForceFrom,
      electronicBallots: ruleset.electronicBallots,
      scopes: [...ruleset.scopes],
      whileOpen: whileOpenOf(ruleset),
      gates: [...ruleset.gates],
    }));
  }

  /**
   * Works out a cost table; stores nothing. 404 scope_unknown, 409 nobody_to_ask, cost_formula_refused, which names the
   * rooms or floors in the way.
   */
  @Access('officer')
  @Returns(200, CostPreviewDto)
  @Post('cost-tables/preview')
  previewCostTable(@CurrentActor() actor: Actor, @Body() input: PreviewCostTableInput): Promise<CostPreviewDto> {
    return this.transactions.read((tx) => this.preview.execute(tx, actor, input));
  }

  /** The count sheet, counted afresh and of one moment. 404 not_found, also for a draft. */
  @Access(...OFFICE_READERS)
  @Returns(200, CountSheetDto)
  @Get('rounds/:id/count-sheet')
  readCountSheet(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CountSheetDto> {
    return this.transactions.snapshot((tx) => this.countSheet.execute(tx, actor, id));
  }
}
