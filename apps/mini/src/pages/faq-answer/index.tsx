import { useFaqs } from '@/api/content';
import type { Faq } from '@/api/wire';
import { Empty, Fold, LongText, Page, Para, Rows, TextButton } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ReadAloud } from '@/components/read-aloud';
import { faqCopy } from '@/copy/faq';
import { useParameters } from '@/parameters';
import { replace, routes } from '@/routes';

/** One question: the answer first, what it rests on folded below. */
export default function FaqAnswerPage() {
  const faqs = useFaqs();
  const { id, code } = useParameters();
  const all = faqs.data ?? [];
  const at = all.findIndex((faq) => faq.id === id);
  const faq = all[at];
  const following = all[at + 1];
  const toList = () => replace(routes.faqs(code));
  return (
    <Page
      title={faq?.question ?? faqCopy.listTitle}
      action={
        faq ? (
          <>
            <ReadAloud key={faq.id} text={`${faq.question}${faq.answer}`} />
            {following ? (
              <TextButton onPress={() => replace(routes.faqAnswer(following.id, code))}>{faqCopy.next}</TextButton>
            ) : (
              <TextButton onPress={toList}>{faqCopy.backToList}</TextButton>
            )}
          </>
        ) : null
      }
    >
      <Loaded query={faqs}>
        {() =>
          faq ? (
            <Answer faq={faq} />
          ) : (
            <Empty title={faqCopy.missing} action={{ words: faqCopy.backToList, onPress: toList }} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Answer({ faq }: { faq: Faq }) {
  return (
    <>
      <LongText>{faq.answer}</LongText>
      {faq.citations.length > 0 ? (
        <Rows>
          <Fold label={faqCopy.basis}>
            {faq.citations.map((citation) => (
              <Para key={citation.label} small>
                {citation.label}
                {citation.text ? `：${citation.text}` : ''}
                {citation.verified ? '' : `（${faqCopy.basisUnverified}）`}
              </Para>
            ))}
          </Fold>
        </Rows>
      ) : null}
    </>
  );
}
