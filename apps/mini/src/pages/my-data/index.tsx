import { useState } from 'react';
import { words } from '@/api/client';
import { useMyDataDownload } from '@/api/privacy';
import { Button, Notice, Page, Para, Trouble } from '@/components/kit';
import { SignedIn } from '@/components/signed-in';
import { privacyCopy as copy } from '@/copy/privacy';
import { saveText } from '@/platform/save-text';
import { shanghaiDay } from '@/state/terms';

/** Everything that is kept about me, as a file. */
export default function MyDataPage() {
  return <SignedIn title={copy.dataTitle}>{() => <Download />}</SignedIn>;
}

function Download() {
  const download = useMyDataDownload();
  const [saved, setSaved] = useState<string | null>(null);
  const start = () =>
    download.mutate(undefined, {
      onSuccess: (all) => {
        const fileName = copy.dataFile(shanghaiDay(new Date()));
        void saveText(fileName, JSON.stringify(all, null, 2)).then(() => setSaved(fileName));
      },
    });
  return (
    <Page
      title={copy.dataTitle}
      action={
        <Button onPress={start} busyWords={download.isPending && copy.dataBusy}>
          {copy.dataButton}
        </Button>
      }
    >
      <Para>{copy.dataWords}</Para>
      <Notice kind="waiting" title={copy.dataCare} />
      {saved ? (
        <Notice kind="done" title={copy.dataDone}>
          {saved}
        </Notice>
      ) : null}
      <Trouble words={download.error && words(download.error)} />
    </Page>
  );
}
