import { Button } from 'antd';
import type { RollImport } from '@jiati/contracts';
import { ButtonLink } from '../../components/button-link';
import { rollImport as copy } from '../../copy/roll-import';
import { roll } from '../../copy/roll';
import { RefusedRows } from './refused-rows';

/** What was written, and what is still to be done. */
export function ImportDone({ done, onAnother }: { done: RollImport; onAnother: () => void }) {
  const { counts } = done;
  return (
    <div className="stack">
      <section className="card stack-tight" role="status">
        <h2>{copy.doneTitle}</h2>
        <p>{copy.doneSentence(counts.new, counts.changed, counts.unchanged)}</p>
        {counts.unknownArea > 0 && <p className="waiting-text">{copy.doneUnknown(counts.unknownArea)}</p>}
        {counts.refused > 0 && <p className="waiting-text">{copy.doneRefused(counts.refused)}</p>}
        <div className="row">
          <ButtonLink primary to={done.estate.id ? `/roll/${done.estate.id}` : '/roll'}>
            {done.estate.id ? copy.openEstate : roll.estates.title}
          </ButtonLink>
          <Button onClick={onAnother}>{copy.another}</Button>
        </div>
      </section>
      <RefusedRows rows={done.refusedRows} />
    </div>
  );
}
