import type { ReactNode } from 'react';
import './facts.css';

export type Fact = [label: string, value: ReactNode];

/** Name and value pairs, one line each. */
export function Facts({ facts, compact = false }: { facts: Fact[]; compact?: boolean }) {
  return (
    <dl className={compact ? 'facts facts-compact' : 'facts'}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
