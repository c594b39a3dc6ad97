import { formatDate } from '@jiati/contracts';
import { Button, Checkbox } from 'antd';
import { useEffect, useId, useState } from 'react';
import { login } from '../../copy/login';
import { wallClock } from '../../lib/shanghai';

const copy = login.sheet;

interface RecoverySheetProps {
  codes: readonly string[];
  name: string;
  done: string;
  onDone: () => void;
}

/** Ten codes, shown this once: to print or copy, and to be kept before going on. */
export function RecoverySheet({ codes, name, done, onDone }: RecoverySheetProps) {
  const [kept, setKept] = useState(false);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const problemId = useId();
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
  const copyAll = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(codes.join('\n')).then(
          () => setSaid(copy.copied),
          () => setSaid(copy.copyFailed),
        )
      : setSaid(copy.copyFailed);
  const go = () => (kept ? onDone() : setTried(true));
  return (
    <div className="stack-tight">
      <p>{copy.lead}</p>
      <div className="recovery-sheet stack-tight">
        <p className="print-only">
          <strong>{copy.heading}</strong>
          <br />
          {copy.owner(name, formatDate(wallClock(new Date()).date))}
        </p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="quiet">{copy.use}</p>
      </div>
      <div className="row">
        <Button onClick={() => window.print()}>{copy.print}</Button>
        <Button onClick={() => void copyAll()}>{copy.copy}</Button>
        <span role="status" className="quiet">
          {said}
        </span>
      </div>
      <Checkbox checked={kept} aria-describedby={problemId} onChange={(event) => setKept(event.target.checked)}>
        {copy.kept}
      </Checkbox>
      <p id={problemId} role="alert" className="field-problem">
        {tried && !kept ? copy.keptRequired : ''}
      </p>
      <div>
        <Button type="primary" size="large" onClick={go}>
          {done}
        </Button>
      </div>
    </div>
  );
}
