import { Steps } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCommitImport, usePreviewImport, useRollImport } from '../../api/roll';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { rollImport as copy } from '../../copy/roll-import';
import { roll } from '../../copy/roll';
import { ImportDone } from './import-done';
import { ImportFileForm } from './import-file-form';
import { ImportPreview } from './import-preview';

/**
 * File, check, done. What was read is kept on the server under an id that stands in the address, so the check can be
 * left and found again.
 */
export function ImportPage() {
  const [params, setParams] = useSearchParams();
  const importId = params.get('import');
  const preview = usePreviewImport();
  const commit = useCommitImport();
  const kept = useRollImport(importId);
  const step = !importId ? 0 : kept.data?.state === 'committed' ? 2 : 1;
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [step]);
  const startAgain = () => {
    preview.reset();
    commit.reset();
    setParams({});
  };
  return (
    <Page
      title={copy.title}
      back={{ to: '/roll', label: roll.estates.title }}
      lead={step === 0 ? copy.lead : undefined}
    >
      <Steps current={step} items={copy.steps.map((title) => ({ title }))} responsive={false} />
      {importId ? (
        <Loaded query={kept}>
          {(read) =>
            read.state === 'committed' ? (
              <ImportDone done={read} onAnother={startAgain} />
            ) : (
              <ImportPreview
                read={read}
                working={commit.isPending}
                error={commit.error}
                onCommit={() => commit.mutate(read.id)}
                onCancel={commit.reset}
                onAnotherFile={startAgain}
              />
            )
          }
        </Loaded>
      ) : (
        <ImportFileForm
          estateId={params.get('estate')}
          working={preview.isPending}
          error={preview.error}
          onRead={(input) => preview.mutate(input, { onSuccess: (read) => setParams({ import: read.id }) })}
        />
      )}
    </Page>
  );
}
