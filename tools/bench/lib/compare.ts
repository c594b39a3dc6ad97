import { cpuMs } from './processes.ts';

/** What one burst did. */
export interface Burst {
  answered: number;
  elapsedMs: number;
}

/** One of those that are compared. */
export interface Contestant {
  name: string;
  /** Its process, to read the processor time of; null when it has none of its own. */
  pid: number | null;
  measure: (round: number) => Promise<Burst>;
}

/** Answers a second and processor time an answer (µs), round by round. */
export interface Measured {
  name: string;
  rates: number[];
  cpuUs: number[];
}

/** A ratio, and what was promised of it; nothing where it is only told. */
export interface Ratio {
  title: string;
  over: string;
  under: string;
  atLeast?: number;
}

/**
 * Measures all in turn, so that whatever else the machine does befalls all alike; who begins changes each round. The
 * first round warms up and is not kept.
 */
export async function compare(contestants: Contestant[], rounds: number): Promise<Map<string, Measured>> {
  const measured = new Map(
    contestants.map(({ name }) => [name, { name, rates: [] as number[], cpuUs: [] as number[] }]),
  );
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % contestants.length;
    for (const { name, pid, measure } of [...contestants.slice(turn), ...contestants.slice(0, turn)]) {
      const cpuBefore = cpuMs(pid);
      const { answered, elapsedMs } = await measure(round);
      const cpuAfter = cpuMs(pid);
      if (round === 0) continue;
      const kept = measured.get(name)!;
      kept.rates.push((answered / elapsedMs) * 1_000);
      if (cpuBefore !== null && cpuAfter !== null) kept.cpuUs.push(((cpuAfter - cpuBefore) / answered) * 1_000);
    }
  }
  return measured;
}

/** A line of the table: the median of the rounds' ratios with the lowest and the highest, and the medians behind it. */
export function lineOf(asked: Ratio, measured: Map<string, Measured>): string[] {
  const { title, atLeast } = asked;
  const [over, under] = [measured.get(asked.over)!, measured.get(asked.under)!];
  const ratios = over.rates.map((rate, round) => rate / (under.rates[round] ?? NaN));
  const ratio = median(ratios);
  return [
    title,
    ratio.toFixed(2),
    ...(atLeast === undefined ? ['', ''] : [`≥ ${atLeast.toFixed(2)}`, ratio >= atLeast ? 'kept' : 'MISSED']),
    `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    ...[over, under].map(({ name, rates, cpuUs }) => {
      const cpu = cpuUs.length === 0 ? '' : `, ${Math.round(median(cpuUs))} µs`;
      return `${name} ${Math.round(median(rates))}/s${cpu}`;
    }),
  ];
}

/** Lines under their headings, in columns. */
export function tableOf(rows: string[][]): string {
  const lines = [['', 'ratio', 'promised', '', 'spread', '', ''], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
