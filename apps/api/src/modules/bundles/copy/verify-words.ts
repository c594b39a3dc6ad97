/** What can be wrong with a stored row beside its chain. */
export type RowProblem =
  | 'head_differs'
  | 'round_gone'
  | 'ruleset_columns'
  | 'electorate_hash'
  | 'void_differs'
  | 'heads_differ'
  | 'salts_stray'
  | 'ballot_changed'
  | 'ballot_missing'
  | 'ballot_unchained'
  | 'review_differs'
  | 'case_differs'
  | 'supersedes_other'
  | 'scheme'
  | 'costTable'
  | 'agreement';

const sentences: Record<RowProblem, (place: string) => string> = {
  head_differs: () => '记录链的末尾和收票时记下的末尾不一样。',
  round_gone: () => '记录链或计票还在，这一轮征询自己的记录（题目、方案、开始时间）却找不全了。',
  ruleset_columns: () => '表决规则的编号、版本或校验码和开始表决时定下的不一样。',
  electorate_hash: () => '应表决名单的校验码和开始表决时定下的不一样。',
  void_differs: () => '作废的原因和记录链里的不一样。',
  heads_differ: (place) => `${place}：应表决名单里这位业主名下的户数不对。`,
  salts_stray: (place) => `${place}：这一条没有封存什么，却带着拆封用的随机数。`,
  ballot_changed: (place) => `${place}：存着的表决票和收票时封存的不一样。`,
  ballot_missing: (place) => `${place}：记录链里有这张票，表决票里没有了。`,
  ballot_unchained: (place) => `${place}：表决票里有这张票，记录链里没有。`,
  review_differs: (place) => `${place}：审核结论和记录链里的不一样。`,
  case_differs: (place) => `${place}：两次答复不一样时定下的结论，和记录链里的不一样。`,
  supersedes_other: (place) => `${place}：记录链说它代替了先前的一张，那一张却不是这一户的。`,
  scheme: () => '方案的文字和开始表决时定下的不一样。',
  costTable: () => '分摊表和开始表决时定下的不一样。',
  agreement: () => '协议的文字和开始表决时定下的不一样。',
};

/** A stored row that does not fit its chain, in words. */
export function rowSentence(problem: RowProblem, place: string): string {
  return sentences[problem](place);
}

/** Which door of the electorate. */
export function doorPlace(roomNo: string): string {
  return `${roomNo} 室`;
}

/** Which ballot: the room, and which of the room's ballots. */
export function ballotPlace(roomNo: string | null, seq: number, ballotId: string): string {
  return `${roomNo ?? '—'} 室第 ${seq} 张票（${ballotId}）`;
}

/** A ballot of which only its place in the chain is known. */
export function chainPlace(seq: number, ballotId: string): string {
  return `记录链第 ${seq} 条（${ballotId}）`;
}

/** An event by its place alone. */
export function eventPlace(seq: number): string {
  return `记录链第 ${seq} 条`;
}

/** One line of the report. */
export function problemLine(roundId: string, title: string, sentence: string): string {
  return `${roundId}（${title}）：${sentence}`;
}

/** A round from before there were chains. */
export const withoutChain = '没有记录链（开始时还没有这个功能，或整条被删去了）。';

/** The last line. */
export function verifySummary(rounds: number, events: number, ballots: number, problems: number): string {
  const seen = `核对了 ${rounds} 轮，记录链共 ${events} 条，表决票 ${ballots} 张。`;
  return problems === 0 ? `${seen}每一条都对得上。` : `${seen}有 ${problems} 处对不上。`;
}
