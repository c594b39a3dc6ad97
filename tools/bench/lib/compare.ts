import { SIDES, type Side } from './names.ts';
import { cpuMs } from './processes.ts';

/** One line of the table: answers a second on both sides, round by round. */
export interface Comparison {
  title: string;
  rates: Record<Side, number[]>;
  /** Processor time of the server's own process for each answer, in microseconds; empty where it cannot be read. */
  cpuUs: Record<Side, number[]>;
}

/**
 * Measures both sides in turn, so that whatever else the machine does befalls both alike; who begins changes each
 * round. The first round warms up and is not kept.
 */
export async function compare(
  title: string,
  rounds: number,
  pids: Record<Side, number | null>,
  measure: (side: Side, round: number) => Promise<{ answered: number; elapsedMs: number }>,
): Promise<Comparison> {
  const rates: Comparison['rates'] = { api: [], yardstick: [] };
  const cpuUs: Comparison['cpuUs'] = { api: [], yardstick: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const cpuBefore = cpuMs(pids[side]);
      const { answered, elapsedMs } = await measure(side, round);
      const cpuAfter = cpuMs(pids[side]);
      if (round === 0) continue;
      rates[side].push((answered / elapsedMs) * 1_000);
      if (cpuBefore !== null && cpuAfter !== null) cpuUs[side].push(((cpuAfter - cpuBefore) / answered) * 1_000);
    }
  }
  return { title, rates, cpuUs };
}

/** The table: the median of the rounds' ratios with the lowest and the highest, and the medians behind it. */
export function tableOf(comparisons: Comparison[]): string {
  const rows = comparisons.map(({ title, rates, cpuUs }) => {
    const ratios = rates.api.map((rate, round) => rate / (rates.yardstick[round] ?? NaN));
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    const absolute = SIDES.map((side) => `${Math.round(median(rates[side]))}/s`);
    const cpu = SIDES.map((side) => (cpuUs[side].length === 0 ? '–' : `${Math.round(median(cpuUs[side]))} µs`));
    return [title, median(ratios).toFixed(2), spread, ...absolute, ...cpu];
  });
  const lines = [['', 'ratio', 'spread', 'API', 'yardstick', 'CPU API', 'CPU yardstick'], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n');
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
