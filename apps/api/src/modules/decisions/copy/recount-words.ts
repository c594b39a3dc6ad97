const places: Record<string, string> = {
  stored: '存下来的计票（round_tallies）和表决票重新计出来的不一样',
  sql: '程序计出来的和数据库自己计出来的不一样',
  announced: '公布的结果和表决票重新计出来的不一样',
  uncountable: '没有办法计票',
};

/** One round's difference, as a line of the report. */
export function differenceLine(roundId: string, title: string, where: string, what: string): string {
  return `${roundId}（${title}）：${places[where] ?? where}：${what}`;
}

/** The last line. */
export function recountSummary(rounds: number, ballots: number, differences: number): string {
  const seen = `重新计了 ${rounds} 轮，计入的表决票 ${ballots} 张。`;
  return differences === 0 ? `${seen}每一轮都对得上。` : `${seen}有 ${differences} 处对不上。`;
}
