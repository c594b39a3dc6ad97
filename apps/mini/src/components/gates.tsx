import type { Check } from '@/api/wire';
import { basisLabel, gateFigure, outcomeWords, requiredWords } from '@/copy/gates';
import { GateBar } from './kit';

interface GatesProps {
  checks: readonly Check[];
  /** After closing: says at each bar how it came out. */
  final?: boolean;
}

/** One bar a basis: what came together, and the tick at what the law asks. */
export function Gates({ checks, final }: GatesProps) {
  return (
    <>
      {checks.map((check) => (
        <GateBar
          key={`${check.role}-${check.basis}`}
          label={final ? `${basisLabel(check)}：${outcomeWords(check)}` : basisLabel(check)}
          figure={gateFigure(check)}
          filled={check.whole > 0 ? check.part / check.whole : 0}
          required={check.whole > 0 ? check.required / check.whole : 1}
          requiredLabel={requiredWords(check)}
        />
      ))}
    </>
  );
}
