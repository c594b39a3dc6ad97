/** What a rule does, and where its default comes from. */
interface RetentionWords {
  what: string;
  source: string;
}

const OFFICE_DEFAULT = '本系统的默认期限，由办公室自定';
/** 三年 is the general limitation of actions; that notes are kept as long is the office's choice. */
const LIMITATION = '本系统的默认期限，参照《民法典》第一百八十八条的三年诉讼时效，由办公室自定';

export const retentionWords = {
  'phone-codes': { what: '发过的短信验证码（摘要）', source: OFFICE_DEFAULT },
  'ended-sessions': { what: '已经结束的登录记录', source: OFFICE_DEFAULT },
  'rate-limits': { what: '过期的次数限制', source: OFFICE_DEFAULT },
  'password-tries': { what: '输错密码的计数', source: OFFICE_DEFAULT },
  'passkey-challenges': { what: '过期的通行密钥登录请求', source: OFFICE_DEFAULT },
  'unfinished-totp': { what: '没有办完的动态口令登记', source: OFFICE_DEFAULT },
  'roll-previews': { what: '只预览、没有导入的名册', source: OFFICE_DEFAULT },
  'roll-imports': { what: '名册导入的结果清单（名册本身不受影响）', source: OFFICE_DEFAULT },
  'binding-evidence': {
    what: '没有通过或已经结束、也没有凭它投过票的绑定：证件号码和照片',
    source: OFFICE_DEFAULT,
  },
  'evidence-photos': { what: '不再属于任何票、绑定或委托书的照片', source: OFFICE_DEFAULT },
  'interest-words': { what: '意愿登记里的原因和备注（只留选项）', source: LIMITATION },
  'visit-notes': { what: '走访记录里的备注（只留时间和结果）', source: LIMITATION },
  'ended-assignments': { what: '已经到期的志愿者门洞分配', source: LIMITATION },
  reminders: { what: '什么时候给谁发过提醒（没有内容）', source: OFFICE_DEFAULT },
  'owner-phones': { what: '电梯交付以后，名册上业主的电话', source: OFFICE_DEFAULT },
  'tenant-phones': { what: '电梯交付以后，名册上公房承租人的电话', source: OFFICE_DEFAULT },
} as const satisfies Record<string, RetentionWords>;

export type RetentionRuleId = keyof typeof retentionWords;

/** What the command prints. */
export const purgeWords = {
  dryRun: '以下只是预览，什么都没有删。加上 --apply 才会执行。',
  done: '已经执行：',
  nothing: '没有到期的内容。',
  line: (id: string, what: string, days: number, rows: number, oldest: string | null) =>
    `${id}  ${rows} 行${oldest === null ? '' : `，最早 ${oldest}`}，期限 ${days} 天  ${what}`,
  unknownRule: (id: string) => `没有叫“${id}”的规则。`,
  badDays: (text: string) => `“${text}”看不懂，应写成 规则=天数，例如 visit-notes=365。`,
};
