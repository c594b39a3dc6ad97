import { formatArea, formatFraction } from '@jiati/contracts';
import type { Check, Decision } from '@/api/wire';

const amount = (check: Check, value: number): string =>
  check.basis === 'headcount' ? `${value}人` : formatArea(value);

/** “8 / 12人” or “480.00 / 720.00㎡” */
export function gateFigure(check: Check): string {
  return check.basis === 'headcount'
    ? `${check.part} / ${check.whole}人`
    : formatFraction(check.part, check.whole, check.basis);
}

/** “需8人”: what stands at the tick. */
export function requiredWords(check: Check): string {
  return `需${amount(check, check.required)}`;
}

export function basisLabel(check: Check): string {
  return check.basis === 'headcount' ? '人数' : '房本面积';
}

/** The ratio in words: “不少于三分之二”, “超过一半”. */
export function ratioWords(check: Check): string {
  const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const isHalf = check.numerator === 1 && check.denominator === 2;
  const share = isHalf
    ? '一半'
    : `${digits[check.denominator] ?? check.denominator}分之${digits[check.numerator] ?? check.numerator}`;
  return `${check.comparison === 'more_than' ? '超过' : '不少于'}${share}`;
}

/**
 * How far the turnout is, in one sentence. Only who took part, never what they chose.
 * @param checks the quorum gates, headcount and area
 */
export function turnoutSentence(checks: readonly Check[]): string {
  const heads = checks.find((check) => check.basis === 'headcount');
  const area = checks.find((check) => check.basis === 'exclusive_area');
  if (!heads) return '表决刚刚开始。';
  const came = heads.part === 0 ? '还没有人参与' : `已有${heads.part}位业主参与`;
  if (heads.met === null || area?.met === null) return `${came}。有的房子面积还没查清，暂时算不出够不够。`;
  const open = checks.filter((check) => !check.met);
  if (open.length === 0) {
    const exact = checks.some((check) => check.part === check.required);
    return `${came}，${exact ? '刚好达到' : '已经达到'}法定人数和面积。`;
  }
  const missing = open.map((check) => `${basisLabel(check)}还差${amount(check, check.shortBy)}`).join('，');
  return `${came}，${missing}，表决才有效。`;
}

/** What was decided, in one sentence. */
export function decisionSentence(decision: Decision): string {
  if (decision.verdict === 'approved') return '表决通过了。';
  if (decision.verdict === 'undetermined') return '结果还不能确定：有的房子面积没有查清。';
  if (decision.verdict === 'undecided') return '结果还没有定。';
  const failed = decision.checks.find((check) => check.met === false);
  if (!failed) return '表决没有通过。';
  const what = failed.role === 'quorum' ? '参与' : '同意';
  return `表决没有通过：${what}的${basisLabel(failed)}还差${amount(failed, failed.shortBy)}。`;
}

/** “第一关：参与” */
export function gateTitle(check: Check): string {
  return check.role === 'quorum' ? '第一关：参与' : '第二关：同意';
}

/** “要求：全体业主中不少于三分之二” */
export function gateRule(check: Check): string {
  const base = check.base === 'electorate' ? '全体业主' : '参与表决的业主';
  return `要求：${base}中${ratioWords(check)}`;
}

/** How one bar came out: “达到”, “还差0.01㎡”. */
export function outcomeWords(check: Check): string {
  if (check.met === null) return '面积没有查清，算不出';
  return check.met ? '达到' : `还差${amount(check, check.shortBy)}`;
}

/** Where a gate stands in the law. */
export function citationWords(check: Check): string {
  return `${check.citation.document}${check.citation.article}`;
}
