import {
  costShares,
  countRound,
  rulesets,
  type Check,
  type Counting,
  type CostFormula,
  type CostSharingInput,
  type CountedBallot,
  type Deadline,
  type Decision,
  type Entitlement,
  type Gate,
  type HolidayTable,
  type PivotDoors,
  type Ruleset,
} from '../src/index.ts';

/** The published vectors, as the JSON files hold them. */
export interface Vectors {
  tallyCases: {
    id: string;
    units: { unit: string; owner: string; area_centi_m2: number }[];
    votes: Record<string, 'Y' | 'N' | 'A' | null>;
    expected: Record<string, { passed: boolean }>;
  }[];
  decisions: {
    title: string;
    rulesetId: string;
    phase: 'open' | 'closed';
    electorate: Entitlement[];
    ballots: CountedBallot[];
    expected: Pick<Decision, 'verdict' | 'certain' | 'possible'>;
  }[];
  pivotDoors: { title: string; rulesetId: string; ballots: CountedBallot[]; expected: PivotDoors }[];
  costShares: { title: string; input: CostSharingInput; netFen: number; amountsFen: number[] }[];
  deadlines: {
    table: HolidayTable;
    cases: { title: string; startsOn: string; counting: Counting; expected: Deadline }[];
  };
}

const ruleColumns = [
  ['civil278_7', 'cn-278-7', '278（七）'],
  ['civil278_1_2', 'cn-278-majority', '278 过半数'],
  ['old_2_3_all', 'cn-2018-two-thirds-of-all', '旧规 全体2/3'],
  ['unanimous_all', 'unanimous', '全体同意'],
] as const;

const roles: Record<Gate['role'], string> = { quorum: '参与', approval: '同意', no_objection: '无人反对' };
const scopes: Record<Ruleset['scopes'][number], string> = { stairwell: '门洞', building: '楼幢', estate: '小区' };
const verdicts: Record<Decision['verdict'], string> = {
  approved: '通过',
  rejected: '不通过',
  undecided: '进行中',
  undetermined: '待定',
};
const reaches: Record<PivotDoors['reach'], string> = {
  passes_already: '已经够了',
  reachable: '够得着',
  out_of_reach: '够不着',
  area_unknown: '面积不明',
};
const methods: Record<CostFormula['method'], string> = {
  floor_coefficient: '楼层系数',
  area: '面积',
  floor_and_area: '系数×面积',
  floors_climbed: '楼层减一',
  storeys_shared: '逐层均摊',
  floor_percentages: '固定百分比',
  equal: '均摊',
  measured: '按次数',
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const yesNo = (value: boolean): string => (value ? '是' : '否');
const squareMetres = (areaDm2: number): string => (areaDm2 / 100).toFixed(2);
const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);

function thresholdOf({ role, base, numerator, denominator, comparison }: Gate): string {
  if (role === 'no_objection') return '没有一人反对';
  const whole = base === 'electorate' ? '全体' : '参与者';
  if (numerator === denominator) return `${whole}一致${roles[role]}`;
  return comparison === 'at_least'
    ? `${whole}的 ${numerator}/${denominator} 以上${roles[role]}`
    : `${whole}中超过 ${numerator}/${denominator} ${roles[role]}（不含）`;
}

function gatesOf({ gates }: Ruleset): string {
  const heads = gates.filter(({ basis, role }) => basis === 'headcount' && role !== 'no_objection').map(thresholdOf);
  const objection = gates.filter(({ role }) => role === 'no_objection').map(thresholdOf);
  return [...heads.map((threshold) => `人数、面积各自：${threshold}`), ...objection].join('<br>');
}

function ruleRow(ruleset: Ruleset): string[] {
  const { id, version, name, document, article, inForceFrom, inForceUntil, verified, archived } = ruleset;
  const since = inForceFrom === null ? '' : `${inForceFrom} 起`;
  const until = inForceUntil === null ? '' : `至 ${inForceUntil}`;
  return [
    `\`${id}@${version}\``,
    name,
    ruleset.scopes.map((scope) => scopes[scope]).join('、'),
    gatesOf(ruleset),
    `${document}，${article}`,
    [since, until].filter(Boolean).join('，') || '日期不详',
    [verified ? '已核对' : '**未核实**', ...(archived ? ['存档'] : [])].join('，'),
  ];
}

const fractionOf = ({ basis, part, whole }: Check): string =>
  basis === 'headcount' ? `${part}/${whole}` : `${squareMetres(part)}/${squareMetres(whole)}`;

function ballotsInWords(marks: readonly ('Y' | 'N' | 'A' | null)[]): string {
  const names = [
    ['Y', '同意'],
    ['N', '不同意'],
    ['A', '弃权'],
    [null, '未回'],
  ] as const;
  const counted = names.map(([mark, name]) => [marks.filter((one) => one === mark).length, name] as const);
  return counted.flatMap(([households, name]) => (households > 0 ? [`${households}户${name}`] : [])).join('，');
}

function tallyRow({ id, units, votes, expected }: Vectors['tallyCases'][number]): (string | number)[] {
  const electorate = units.map(({ unit, owner, area_centi_m2 }) => ({
    householdId: unit,
    headKey: owner,
    areaDm2: area_centi_m2,
  }));
  const choiceOf = { Y: 'for', N: 'against', A: 'abstain' } as const;
  const ballots = Object.entries(votes).flatMap(([householdId, mark]): CountedBallot[] =>
    mark === null ? [] : [{ householdId, choice: choiceOf[mark] }],
  );
  const decisions = ruleColumns.map(([, rulesetId]) => {
    const ruleset = rulesets.find((one) => one.id === rulesetId) as Ruleset;
    const counted = countRound(ruleset, electorate, ballots, { phase: 'closed' });
    if (!counted.ok) throw new Error(`${id} cannot be counted: ${JSON.stringify(counted.problems)}`);
    return counted.value.decision;
  });
  const [national] = decisions as [Decision, ...Decision[]];
  const differs = ruleColumns.some(([key], i) => expected[key]?.passed !== (decisions[i]?.verdict === 'approved'));
  if (differs) throw new Error(`${id} does not come out as published`);
  return [
    id,
    ballotsInWords(Object.values(votes)),
    ...national.checks.map((check) => `${fractionOf(check)}${check.met === true ? ' ✓' : ' ✗'}`),
    ...decisions.map(({ verdict }) => verdicts[verdict]),
  ];
}

function costRows({ title, input, netFen, amountsFen }: Vectors['costShares'][number]): (string | number)[] {
  const shared = costShares(input);
  if (!shared.ok) throw new Error(`${title} cannot be shared: ${JSON.stringify(shared.problems)}`);
  const amounts = shared.value.shares.map(({ amountFen }) => amountFen);
  if (amounts.join() !== amountsFen.join()) throw new Error(`${title} does not come out as published`);
  const byFloor = new Map<number, string[]>();
  for (const { floor, amountFen } of shared.value.shares) {
    byFloor.set(floor, [...(byFloor.get(floor) ?? []), yuan(amountFen)]);
  }
  const floors = [...byFloor].map(([floor, each]) => `${floor}层 ${[...new Set(each)].join('、')}`);
  return [title, methods[input.formula.method], yuan(netFen), floors.join('<br>')];
}

/**
 * The page a lawyer can read, made from the same rulesets and the same cases the tests run. Every number in it has just been
 * counted again.
 */
export function renderRulesDoc(vectors: Vectors): string {
  const { tallyCases, decisions, pivotDoors, deadlines } = vectors;
  return `<!-- prettier-ignore-start -->

# 规则与案例

本页由程序生成（\`npm run docs\`，在 \`packages/rules\` 里），与测试用的是同一份规则、同一份案例；手工改动会被测试发现。

- 面积以 0.01 平方米为单位、金额以分为单位，全部用整数计算，没有小数，没有四舍五入的百分比。
- “以上”包括本数（民法典第一千二百五十九条）；“过半数”不包括一半。
- 一位业主有几户算一人；一户有几位共有人算一人；建设单位未售出、未交付的合起来算一人（司法解释第九条）。
- 弃权算参与、不算同意；没有回的票既不算参与也不算同意。
- 同一业主的票互相矛盾：先挂起，点名，不替人猜。
- **未核实** 的规则只见过转载，须由主管部门确认后才可作为依据。

## 一、门槛

${tableOf(['规则', '名称', '征询谁', '门槛', '出处', '施行', '核实'], rulesets.map(ruleRow))}

## 二、三十个计票案例

四关依次为：参与人数、参与面积（平方米）、同意人数、同意面积，按民法典第278条第（七）项。后四列是同一轮票在四种规则下的结果。

${tableOf(
  ['案例', '票', '参与人数', '参与面积', '同意人数', '同意面积', ...ruleColumns.map(([, , name]) => name)],
  tallyCases.map(tallyRow),
)}

## 三、结论：通过、不通过、待定，以及“已定”和“已无可能”

“已定”：没有回的人无论怎么回，都通过。“仍可能”：还有办法通过。两者都以已经回的人不改主意为前提。

${tableOf(
  ['情形', '规则', '阶段', '结论', '已定', '仍可能'],
  decisions.map(({ title, rulesetId, phase, expected: { verdict, certain, possible } }) => [
    title,
    `\`${rulesetId}\``,
    phase === 'open' ? '进行中' : '已截止',
    verdicts[verdict],
    yesNo(certain),
    yesNo(possible),
  ]),
)}

## 四、关键户

还没有回的住户里，最少再有几户同意就能通过。人数与面积一起算。

${tableOf(
  ['情形', '规则', '够不够得着', '最少几户', '哪几户（每行一种）'],
  pivotDoors.map(({ title, rulesetId, expected: { reach, size, exact, sets, allListed } }) => [
    title,
    `\`${rulesetId}\``,
    reaches[reach],
    size === null ? '—' : exact ? size : `至少 ${size}`,
    [...sets.map((doors) => doors.join('、')), ...(allListed || sets.length === 0 ? [] : ['……'])].join('<br>') || '—',
  ]),
)}

## 五、费用分摊

每户向下取整到分，余下的分按最大余额逐一补给，合计分文不差。除注明外：总价 750000.00 元，补贴 280000.00 元，六层，每层两户（52.30、61.45 平方米）。

${tableOf(['情形', '方法', '应分摊（元）', '每户（元）'], vectors.costShares.map(costRows))}

## 六、期限

自次日起算（民法典第二百零一条），末日是休息日的顺延（第二百零三条）；当地公示当日起算的，规则里写明。放假安排为虚构，只作示例：${deadlines.table.holidays.join('、')} 放假，${deadlines.table.workdays.join('、')} 调休上班。

${tableOf(
  ['情形', '起点', '天数', '首日', '末日', '原为'],
  deadlines.cases.map(({ title, startsOn, counting, expected: { firstOn, lastOn, movedFrom } }) => [
    title,
    startsOn,
    `${counting.days} 个${counting.counting === 'natural' ? '自然日' : '工作日'}`,
    firstOn,
    lastOn,
    movedFrom ?? '—',
  ]),
)}

<!-- prettier-ignore-end -->
`;
}
