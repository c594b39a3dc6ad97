const events: Record<string, string> = {
  open: '表决开始',
  ballot: '收到一张表决票',
  supersede: '有一户改票',
  withdraw: '有一户撤回',
  approve: '一张票审核通过',
  return: '一张票被退回',
  reject: '一张票审核没有通过',
  case: '同一户的票不一样，等待核实',
  settle: '不一样的票核实完毕',
  close: '表决截止',
  announce: '公布结果',
  void: '这一轮作废',
};
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** “2026年12月3日 20:05” in Shanghai; what is no instant stays as it is. */
export function stamp(instant: string): string {
  const at = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** An older bundle that is the beginning of this one. */
export function olderSentence(olderCount: number, count: number): string {
  const since = count === olderCount ? '从那以后没有增加' : `从那以后增加了 ${count - olderCount} 条`;
  return `以前保存的公开包有 ${olderCount} 条，一条不差地就是这一份的开头，${since}。`;
}

/** A posted head that is in the chain. */
export function postedSentence({ seq, kind, at }: { seq: number; kind: string; at: string }): string {
  return `张贴的校验码对得上：它是记录链第 ${seq} 条（${events[kind] ?? kind}，${stamp(at)}），到那时为止的记录没有变过。`;
}
