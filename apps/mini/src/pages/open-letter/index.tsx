import { useOpenLetter } from '@/api/content';
import { Card, Fold, Page, Para, Rows } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ReadAloud } from '@/components/read-aloud';
import { faqCopy } from '@/copy/faq';
import { stairwellCopy } from '@/copy/stairwell';

/** The residents' committee's letter to everyone. */
export default function OpenLetterPage() {
  const letter = useOpenLetter();
  return (
    <Page
      title={letter.data?.title ?? stairwellCopy.openLetter}
      action={letter.data && <ReadAloud text={letter.data.paragraphs.join('')} />}
    >
      <Loaded query={letter}>
        {(data) => (
          <>
            <Card>
              {data.paragraphs.map((paragraph) => (
                <Para key={paragraph}>{paragraph}</Para>
              ))}
              <Para>{data.signedBy}</Para>
            </Card>
            {data.sources.length > 0 ? (
              <Rows>
                <Fold label={faqCopy.letterSources}>
                  {data.sources.map((source) => (
                    <Para key={source.label} small>
                      {source.label}
                    </Para>
                  ))}
                </Fold>
              </Rows>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
