import type { PivotDoors, RoundState, Tenure, VisitOutcome } from '@jiati/contracts';
import { daysUntil, formatArea, formatDay, formatRoom, formatTime } from '@jiati/contracts';
import type { Decision, Relation } from '@/api/wire';
import { basisLabel } from './gates';

export { identityCheckLabels, visitOutcomeLabels } from '@jiati/contracts';

/** The seven outcomes, short enough for a thumb, in the order they happen most. */
export const outcomeWords: Record<VisitOutcome, { mark: string; label: string }> = {
  not_home: { mark: '…', label: '不在' },
  considering: { mark: '?', label: '考虑' },
  for: { mark: '○', label: '同意' },
  against: { mark: '×', label: '反对' },
  refused: { mark: '／', label: '拒谈' },
  moved: { mark: '→', label: '已搬' },
  wrong_door: { mark: '≠', label: '错户' },
};

export const outcomeOrder = Object.keys(outcomeWords) as VisitOutcome[];

export const tenureWords: Partial<Record<Tenure, string>> = { public_rental: '公房' };

/** Who may sign for a household; tenants and relatives may not. */
export const signerRelationLabels = {
  owner: '产权人',
  co_owner: '共有人',
  guardian: '监护人',
  heir: '继承人',
} as const satisfies Partial<Record<Relation, string>>;

/** How a door stands: the word on its card, with its mark. */
export const doorStateWords = {
  ballot_in: { mark: '●', label: '已表决' },
  ballot_checking: { mark: '◐', label: '已签，待核对' },
  ballot_returned: { mark: '!', label: '票被退回' },
  not_visited: { mark: '', label: '还没去过' },
  not_home: { mark: '…', label: '不在家' },
  considering: { mark: '?', label: '在考虑' },
  for: { mark: '○', label: '口头同意' },
  against: { mark: '×', label: '口头反对' },
  refused: { mark: '／', label: '不愿谈' },
  moved: { mark: '→', label: '已搬走' },
  wrong_door: { mark: '≠', label: '门号不对' },
} as const;

export const volunteerCopy = {
  stairwellsTitle: '您负责的门洞',
  stairwellsEmpty: '还没有分给您的门洞',
  stairwellsEmptyWords: '加梯办把门洞分给您以后，会出现在这里。请和加梯办联系。',
  notSignedIn: '请先登录',
  notSignedInWords: '用您在加梯办登记的手机号登录。已经记下的内容都还在这台设备上。',
  logIn: '用手机号登录',
  logOut: '退出登录',
  logOutWaiting: '还有没送出的记录。等送完再退出，免得别人看到。',
  logOutRefused: (count: number) => `有${count}条没有被接受，还存在这台设备上。退出以后，要您本人再登录才能处理。`,
  logOutOffline: '现在连不上网络，退不了。可以先锁住这台设备，连上网络再退出。',
  keptHere: (count: number) => `${count}条没送到的记录都在这台设备上，没有丢`,
  keptHereWords: '请走到有网络的地方再打开，连上以后接着送。',
  wrongRole: '这里给志愿者用',
  wrongRoleWords: '您登录的账号不是志愿者。请用志愿者的手机号登录。',
  signedInAs: (name: string) => `${name}，您好`,
  /** In parts, so that a line breaks only between them. */
  stairwellCounts: (households: number, visited: number, ballots: number) => [
    `${households}户，`,
    `走访过${visited}户，`,
    `收到表决票${ballots}张`,
  ],
  noRound: '还没有开始征询，先了解各家的想法',
  openAgain: '再看一次',

  nextTitle: '下一户',
  nextMore: (count: number) => `还有${count}户`,
  nextEmpty: '这个门洞暂时没有要去的门了。',
  distanceTitle: '离通过还差多少',
  houseLabel: '门洞剖面，最上面是顶楼',
  entrance: '楼门口',
  floor: (floor: number) => `${floor}层`,
  goFirst: '先去',
  again: (day: string) => `${day}再来`,
  unsent: '待送',
  notAccepted: '没被接受',
  stale: (seen: string) => `现在没有网络。这是${seen}看到的情况，照常记，连上以后自动送。`,
  houseTitle: '门洞里的每一户',
  doorsTitle: (count: number) => (count === 0 ? '每一户都交过表决票了' : `还有${count}户没有交表决票`),
  pivot: '关键户',
  wholeHouse: '看整个门洞',
  chooseDoor: '点一户，记下走访结果',
  chooseDoorWords: '左边是建议先去的；也可以直接点图上的门。',

  owner: '房主',
  lastVisit: '上次走访',
  neverVisited: '还没有走访过',
  stance: '登记过的意愿',
  outcomeTitle: (roomNo: string) => `${formatRoom(roomNo)}，这次走访结果怎样？`,
  otherOutcome: '换一个结果',
  noted: (note: string) => `上次记的：${note}`,
  revisitTitle: '什么时候再来？',
  noRevisit: '不用再来',
  tonight: '今晚',
  tomorrow: '明天',
  weekend: '周末',
  note: '记一句',
  notePlaceholder: '比如：晚上七点以后在家',
  finish: '记好了',
  undo: '撤销',
  undone: '已经撤销，没有记。',
  tooLate: '已经送出，不能撤销。走错了，就再记一次。',
  notStored: '这台设备存不下了，刚才那一条没有记上',
  notStoredWords: '请先连上网络，把待送的记录送出去，再记一次。',
  takeBallot: '请住户现场表决',
  onlySaid: '这是口头说的，不算表决票。住户现在就想表决，请点这里：',
  doorRefused: (count: number) => `这一户有${count}条记录没有被接受`,
  whyRefused: '看原因和怎么办',
  roundNotOpen: '征询没有在进行，现在不能收表决票',
  frozen: '这一户有争议正在处理，暂时不能收表决票。可以走访，请不要代为判断。',
  ballotDone: '这一户已经交过表决票。',
  ballotWaiting: '这一户的表决票在等加梯办核对。',

  ledgerTitle: '记录和送达',
  ledgerExplain: '每一条都先存在这台设备上，送到加梯办的系统、对方确认收到以后，才算送达。重复送也只算一次。',
  sendNow: '现在送',
  sending: '正在送…',
  look: '看一下',
  waitingTitle: '待送',
  refusedTitle: '没有被接受',
  refusedWords: '系统没有接受这几条，它们都还存在这台设备上。一条一条看清原因，再照下面说的做。',
  refusedAt: (when: string) => `${when}记下的`,
  afterRefusal: {
    visit: '原因消除了，就再送一次。不明白的，给加梯办打电话，把原因念给他们听。',
    ballot: '住户已经选过、签过名，请留着。先给加梯办打电话，把原因念给他们听，照他们说的做。',
  },
  sendAgain: '再送一次',
  giveUp: '不再送这一条',
  giveUpSure: '确定不再送，从这台设备删掉',
  giveUpWords: {
    visit: '删掉以后，这次走访要重新记。',
    ballot: '删掉以后，住户选的和签的名都没有了，要请住户重新表决。加梯办说可以，再删。',
  },
  keepIt: '先留着',
  recentTitle: '最近送达',
  nothingWaiting: '没有待送的记录。',
  offline: '现在连不上网络。记录都在，连上以后会自动送。',
  offlineShort: '没有网络，会自动送',
  signedOutShort: '登录过期了，没有在送',
  signedOut: '登录已经过期。重新登录以后会接着送。',
} as const;

export const witnessCopy = {
  title: '谁来表决？',
  signerName: '签名的人叫什么',
  signerNameHint: '和房产证上的名字一致。',
  relation: '和这套房子是什么关系',
  identity: '您怎样确认是本人',
  onlyOwners: '租客和没有产权的家属不能代为表决。产权人不在家，请另约时间。',
  missingName: '请填签名的人的姓名。',
  missingRelation: '请选一个关系。',
  missingIdentity: '请选您是怎样确认的。',
  turn: '把平板转给住户',
  turnHint: '接下来的页面请住户自己看、自己选、自己签。您不用看屏幕。',
  giveBack: '还给志愿者',
  question: '您同意这件事吗？',
  share: '我家要出多少钱',
  shareUnknown: '分摊还没有算出来',
  fullTexts: '想细看，点下面打开',
  scheme: '加装电梯方案全文',
  costTable: '各户分摊',
  agreement: '协议全文',
  citation: '法律依据',
  signTitle: (choice: string) => `您选的是：${choice}`,
  signWords: '看清楚了，请在下面签名。还想改，就点“重新选”。',
  signer: (name: string, motion: string) => `${name}，对“${motion}”表决。`,
  chooseAgain: '重新选',
  submit: '确认并提交',
  missingSignature: '请先签名。写不了的，可以改为输入姓名。',
  doneTitle: '已经记下，谢谢您',
  doneWords: '加梯办核对签名以后，这一票才计入。截止以前想改，可以再请志愿者来，或用手机、纸质票。',
  receiptWords: '核对以后，可以向加梯办要回执，自己查有没有计入。',
  backTitle: '这一票记下了',
  backWords: '等加梯办核对后计入。您看不到住户选了什么，这是规定。',
  backToHouse: '回到门洞',
  preparatory: '这一轮电子票只作预备，最后以纸质票为准。',
} as const;

interface LedgerCounts {
  recorded: number;
  delivered: number;
  waiting: number;
  refused: number;
}

/** “记录42条，”“已送达41条，”“待送1条”: in parts, so that a line breaks only between them. */
export function ledgerParts({ recorded, delivered, waiting, refused }: LedgerCounts): string[] {
  const parts = [`记录${recorded}条`, `已送达${delivered}条`, `待送${waiting}条`];
  if (refused > 0) parts.push(`${refused}条没有被接受`);
  return parts.map((part, index) => (index < parts.length - 1 ? `${part}，` : part));
}

export const ledgerWords = (counts: LedgerCounts): string => ledgerParts(counts).join('');

export const doorPlace = (floor: number, roomNo: string): string => `${floor}层 ${formatRoom(roomNo)}`;

/** “记下了：302室，不在，明天再来” */
export function recordedWords(roomNo: string, outcome: VisitOutcome, revisitOn: string | null, now: Date): string {
  const revisit = revisitOn ? `，${dayWords(revisitOn, now)}再来` : '';
  return `记下了：${formatRoom(roomNo)}，${outcomeWords[outcome].label}${revisit}。`;
}

export const visitLabel = (roomNo: string, outcome: VisitOutcome): string =>
  `${formatRoom(roomNo)}，走访：${outcomeWords[outcome].label}`;
export const ballotLabel = (roomNo: string): string => `${formatRoom(roomNo)}，上门表决票`;

/** A date as people say it, from today: 今天, 明天, 周六, later “12月5日（周六）”. */
export function dayWords(on: string, now: Date): string {
  const noon = `${on}T12:00:00+08:00`;
  const days = daysUntil(noon, now);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === -1) return '昨天';
  return days > 1 && days < 7 ? weekdayWords(noon) : formatDay(noon);
}

/** “周六” */
const weekdayWords = (instant: string): string => /周./.exec(formatDay(instant))?.[0] ?? formatDay(instant);

/** “今天晚上8点”, “昨天上午9点半”, earlier only the day. */
export function visitedWords(visitedAt: string, now: Date): string {
  const days = daysUntil(visitedAt, now);
  if (days === 0) return `今天${formatTime(visitedAt)}`;
  return days === -1 ? `昨天${formatTime(visitedAt)}` : formatDay(visitedAt);
}

/** Why this door is next. */
export const nextReasons = {
  revisit: (on: string, now: Date) => {
    const days = daysUntil(`${on}T12:00:00+08:00`, now);
    return days === 0 ? '约好今天再来' : `约好${dayWords(on, now)}再来，过了${-days}天`;
  },
  returned: () => '表决票被退回，要重新签',
  pivot: () => '关键户：还没有表态',
  not_visited: () => '还没有走访过',
  not_home: () => '上次不在家',
  considering: () => '上次说再考虑',
} as const;

/** How far each gate is, a pair each: what is asked, and what is missing in words; never how many agreed. */
export function distances(decision: Decision): { name: string; value: string }[] {
  return decision.checks.map((check) => ({
    name: `${check.role === 'quorum' ? '参与' : '同意'}的${basisLabel(check)}`,
    value:
      check.met === null
        ? '有的面积没查清，算不出'
        : check.whole === 0
          ? '还没有人表决'
          : check.met
            ? '够了'
            : `还差${check.basis === 'headcount' ? `${check.shortBy}人` : formatArea(check.shortBy)}`,
  }));
}

/** “最少再有2户表示同意就能通过：502室、601室。” With several such sets the rooms are an example. */
export function pivotWords({ reach, size, exact, sets }: PivotDoors, rooms: readonly string[]): string {
  if (reach === 'passes_already') return '现在的票已经够了。';
  if (reach === 'area_unknown') return '有的面积没查清，算不出还要几户。';
  if (reach === 'out_of_reach' || size === null) return '按现在的票，剩下的各户都表态也还不够。';
  const enough = `${exact ? '最少' : '至少'}再有${size}户表示同意就能通过`;
  if (rooms.length === 0) return `${enough}。`;
  return `${enough}${sets.length > 1 ? '，比如' : '：'}${rooms.map(formatRoom).join('、')}。`;
}

export const roundWords: Record<RoundState, string> = {
  draft: '征询还没有开始',
  open: '征询中',
  closed: '征询已截止，等公布',
  announced: '结果已公布',
  settled: '征询已办结',
  void: '征询已作废',
};
