import type { RollImport } from '@jiati/contracts';
import { rollImport as copy } from '../../copy/roll-import';
import './count-tiles.css';

const order = ['new', 'changed', 'unchanged', 'refused', 'unknownArea'] as const;

/** The five counts of an import side by side. */
export function CountTiles({ counts }: { counts: RollImport['counts'] }) {
  return (
    <dl className="count-tiles">
      {order.map((name) => (
        <div
          key={name}
          className={counts[name] > 0 && (name === 'refused' || name === 'unknownArea') ? 'count-tile-waiting' : ''}
        >
          <dt>{copy.counts[name]}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
