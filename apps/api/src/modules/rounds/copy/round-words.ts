import type { RoundMove, RoundState } from '../round.types';

/** What a state of a round is called in a sentence. */
export const roundStateWords: Record<RoundState, string> = {
  draft: '还是草稿',
  open: '正在征询',
  closed: '已经截止',
  announced: '已经公布结果',
  settled: '已经办结',
  void: '已经作废',
};

/** What each move of a round is called in a sentence. */
export const roundMoveWords: Record<RoundMove, string> = {
  open: '开始征询',
  closed: '截止',
  announced: '公布结果',
  settled: '办结',
  void: '作废',
};

/** “这一轮正在征询，不能公布结果。” */
export function illegalMoveSentence(from: RoundState, to: RoundMove): string {
  return `这一轮${roundStateWords[from]}，不能${roundMoveWords[to]}。`;
}

/** Why a cost table is refused, in numbers. */
export function costTableSumSentence(sumFen: number, dueFen: number): string {
  return `各户合计 ${yuan(sumFen)} 元，总价减去补贴应为 ${yuan(dueFen)} 元。`;
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
