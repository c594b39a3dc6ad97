import { costShares, type CostFormula } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RollDirectory, type Reach } from '../roll';
import type { CostFormulaInput, CostPreviewDto, PreviewCostTableInput } from './dto/cost-preview.dto';
import { RoundsAccess } from './rounds.access';
import { refusals } from './rounds.refusals';

/** Works out a cost table from the roll and a formula, to the fen. Stores nothing: the office takes it over or changes it. */
@Injectable()
export class PreviewCostTable {
  constructor(
    private readonly access: RoundsAccess,
    private readonly roll: RollDirectory,
  ) {}

  /**
   * @throws scope_unknown (404); cost_formula_refused (409) with what `@jiati/rules` finds wrong, by room: a floor
   *   without a coefficient, an area that is not known
   */
  async execute(tx: EntityManager, actor: Reach, input: PreviewCostTableInput): Promise<CostPreviewDto> {
    const { scopeKind, scopeId, totalFen, subsidyFen } = input;
    await this.access.scope(tx, actor, scopeKind, scopeId);
    const households = await this.roll.householdsInScope(tx, scopeKind, scopeId);
    if (households.length === 0) throw refusals.nobody_to_ask();
    const worked = costShares({ totalFen, subsidyFen, households, formula: formulaOf(input.formula) });
    if (!worked.ok) throw refusals.cost_formula_refused({ problems: worked.problems });
    const roomNos = new Map(households.map(({ householdId, roomNo }) => [householdId, roomNo]));
    return {
      totalFen,
      subsidyFen,
      netFen: worked.value.netFen,
      rows: worked.value.shares.map(({ householdId, floor, amountFen }) => {
        return { householdId, roomNo: roomNos.get(householdId)!, floor, amountFen };
      }),
    };
  }
}

function formulaOf({ method, coefficients = [], percentages = [] }: CostFormulaInput): CostFormula {
  if (method === 'floor_coefficient' || method === 'floor_and_area') return { method, coefficients };
  return method === 'floor_percentages' ? { method, percentages } : { method };
}
