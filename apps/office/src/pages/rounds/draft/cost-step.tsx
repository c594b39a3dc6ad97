import { formatMoney } from '@jiati/contracts';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { usePreviewCostTable } from '../../../api/rounds';
import { Field } from '../../../components/field';
import { ProblemNotice } from '../../../components/problem-notice';
import { draft } from '../../../copy/rounds';
import { costSums, formulaOf, needsCoefficients } from '../../../lib/draft';
import { parseHundredths, plainYuan } from '../../../lib/format';
import { CostRows } from './cost-rows';
import type { StepProps } from './step-props';

const copy = draft.cost;

/** The ways of sharing offered here, the usual one first. */
const methods = [
  'floor_coefficient',
  'floor_and_area',
  'area',
  'floors_climbed',
  'storeys_shared',
  'equal',
  'custom',
] as const;

/** Total, subsidy and a way of sharing; the API computes the rows, the neighbours may agree on others, to the fen. */
export function CostStep({ form, set, gaps, doors }: StepProps) {
  const preview = usePreviewCostTable();
  const methodLabel = useId();
  const [edited, setEdited] = useState(false);
  const [tried, setTried] = useState(false);
  const floors = [...new Set(doors.map((door) => door.floor))].sort((first, second) => first - second);
  const sums = costSums(
    form,
    doors.map((door) => door.householdId),
  );
  const formula = formulaOf(form, floors);
  const hasAmounts = doors.some((door) => form.amounts[door.householdId] !== undefined);
  const coefficientsWrong = needsCoefficients(form.method) && formula === null;
  const compute = () => {
    setTried(true);
    const totalFen = parseHundredths(form.total);
    const subsidyFen = parseHundredths(form.subsidy);
    if (!formula || totalFen === null || subsidyFen === null || subsidyFen > totalFen) return;
    preview.mutate(
      { scopeKind: form.scopeKind, scopeId: form.scopeId, totalFen, subsidyFen, formula },
      {
        onSuccess: ({ rows }) => {
          set({ amounts: Object.fromEntries(rows.map((row) => [row.householdId, plainYuan(row.amountFen)])) });
          setEdited(false);
        },
      },
    );
  };
  const totalWrong = gaps.includes('total') || (tried && parseHundredths(form.total) === null);
  return (
    <>
      <div className="draft-pair">
        <Field label={copy.total} problem={totalWrong && copy.totalWrong}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="decimal"
              maxLength={16}
              value={form.total}
              onChange={(event) => set({ total: event.target.value })}
            />
          )}
        </Field>
        <Field label={copy.subsidy} hint={copy.subsidyHint} problem={gaps.includes('subsidy') && copy.subsidyWrong}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="decimal"
              maxLength={16}
              value={form.subsidy}
              onChange={(event) => set({ subsidy: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="field">
        <span id={methodLabel}>{copy.method}</span>
        <Radio.Group
          className="radio-column"
          aria-labelledby={methodLabel}
          value={form.method}
          onChange={(event) => set({ method: event.target.value as typeof form.method })}
          options={methods.map((value) => ({ value, label: copy.methods[value] }))}
        />
      </div>
      {needsCoefficients(form.method) && (
        <div className="field">
          <p>{copy.coefficients}</p>
          <p className="quiet small">{copy.coefficientsHint}</p>
          <div className="draft-coefficients">
            {floors.map((floor) => (
              <Field key={floor} label={copy.coefficientOf(floor)}>
                {(ids) => (
                  <Input
                    {...ids}
                    inputMode="decimal"
                    maxLength={8}
                    value={form.coefficients[floor] ?? ''}
                    onChange={(event) => set({ coefficients: { ...form.coefficients, [floor]: event.target.value } })}
                  />
                )}
              </Field>
            ))}
          </div>
          <p className="field-problem">{tried && coefficientsWrong ? copy.coefficientWrong : ''}</p>
        </div>
      )}
      {form.method !== 'custom' && (
        <div className="row">
          <Button onClick={compute} loading={preview.isPending}>
            {hasAmounts ? copy.computeAgain : copy.compute}
          </Button>
          {edited && <span className="waiting-text">{copy.computeReplaces}</span>}
        </div>
      )}
      <ProblemNotice error={preview.error} />
      <CostRows
        doors={doors}
        amounts={form.amounts}
        wrong={gaps.includes('amounts') ? sums.wrong : []}
        onChange={(householdId, amount) => {
          setEdited(true);
          set({ amounts: { ...form.amounts, [householdId]: amount } });
        }}
      />
      <Sums sums={sums} />
      <p className="field-problem" role="alert">
        {gaps.includes('sum') ? copy.sumWrong : gaps.includes('amounts') ? copy.amountWrong : ''}
      </p>
    </>
  );
}

function Sums({ sums }: { sums: ReturnType<typeof costSums> }) {
  const { overFen, dueFen, sumFen } = sums;
  const off = overFen !== null && overFen !== 0;
  return (
    <div className={off ? 'draft-sum draft-sum-off' : 'draft-sum'} role="status">
      <span>
        {copy.sum} <strong>{formatMoney(sumFen)}</strong>
      </span>
      {dueFen !== null && (
        <span>
          {copy.due} <strong>{formatMoney(dueFen)}</strong>
        </span>
      )}
      {overFen !== null && (
        <strong>
          {overFen === 0
            ? copy.match
            : overFen > 0
              ? copy.over(formatMoney(overFen))
              : copy.under(formatMoney(-overFen))}
        </strong>
      )}
    </div>
  );
}
