import { Alert, Button } from 'antd';
import { problemWords } from '../api/problem';
import { common } from '../copy/common';

/** What went wrong with one action, beside the button that started it. Renders nothing while there is no error. */
export function ProblemNotice({ error, onReload }: { error: unknown; onReload?: (() => void) | undefined }) {
  if (!error) return null;
  const words = problemWords(error);
  return (
    <Alert
      type="error"
      role="alert"
      title={words.title}
      description={
        <div className="stack-tight">
          {words.detail && <p>{words.detail}</p>}
          {words.errors.length > 0 && (
            <ul>
              {words.errors.map((item) => (
                <li key={item.path + item.message}>{item.message}</li>
              ))}
            </ul>
          )}
          {words.status >= 500 && words.requestId && (
            <p className="small">{common.failed.requestId(words.requestId)}</p>
          )}
          {onReload && (
            <div>
              <Button size="small" onClick={onReload}>
                {common.reload}
              </Button>
            </div>
          )}
        </div>
      }
    />
  );
}
