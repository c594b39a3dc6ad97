/** What can be wrong with a stored row beside its chain. */
export type RowProblem =
  | 'head_differs'
  | 'ballot_changed'
  | 'ballot_missing'
  | 'ballot_unchained'
  | 'review_differs'
  | 'case_differs'
  | 'scheme'
  | 'costTable'
  | 'agreement';

const sentences: Record<RowProblem, (place: string) => string> = {
  head_differs: () => '记录链的末尾和收票时记下的末尾不一样。',
  ballot_changed: (place) => `${place}：存着的表决票和收票时封存的不一样。`,
  ballot_missing: (place) => `${place}：记录链里有这张票，表决票里没有了。`,
  ballot_unchained: (place) => `${place}：表决票里有这张票，记录链里没有。`,
  review_differs: (place) => `${place}：审核结论和记录链里的不一样。`,
  case_differs: (place) => `${place}：两次答复不一样时定下的结论，和记录链里的不一样。`,
  scheme: () => '方案的文字和开始表决时定下的不一样。',
  costTable: () => '分摊表和开始表决时定下的不一样。',
  agreement: () => '协议的文字和开始表决时定下的不一样。',
};

/** A stored row that does not fit its chain, in words. */
export function rowSentence(problem: RowProblem, place: string): string {
  return sentences[problem](place);
}

/** Which ballot: the room, and which of the room's ballots. */
export function ballotPlace(roomNo: string | null, seq: number, ballotId: string): string {
  return `${roomNo ?? '—'} 室第 ${seq} 张票（${ballotId}）`;
}

/** A ballot of which only its place in the chain is known. */
export function chainPlace(seq: number, ballotId: string): string {
  return `记录链第 ${seq} 条（${ballotId}）`;
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
