import type { Check } from '@/api/wire';
import { basisLabel, gateFigure, requiredWords } from '@/copy/gates';
import { GateBar } from './kit';

/** One bar a basis: who took part, and the tick at what the law asks. */
export function Gates({ checks }: { checks: readonly Check[] }) {
  return (
    <>
      {checks.map((check) => (
        <GateBar
          key={`${check.role}-${check.basis}`}
          label={basisLabel(check)}
          figure={gateFigure(check)}
          filled={check.whole > 0 ? check.part / check.whole : 0}
          required={check.whole > 0 ? check.required / check.whole : 1}
          requiredLabel={requiredWords(check)}
        />
      ))}
    </>
  );
}
