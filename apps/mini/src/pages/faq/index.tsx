import { useFaqs } from '@/api/content';
import { Page, Row, Rows } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { faqCopy } from '@/copy/faq';
import { useParameters } from '@/parameters';
import { go, routes } from '@/routes';

/** A question a row. */
export default function FaqPage() {
  const faqs = useFaqs();
  const { code } = useParameters();
  return (
    <Page title={faqCopy.listTitle}>
      <Loaded query={faqs}>
        {(all) => (
          <Rows>
            {all.map((faq, index) => (
              <Row
                key={faq.id}
                lead={String(index + 1)}
                label={faq.question}
                onPress={() => go(routes.faqAnswer(faq.id, code))}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Page>
  );
}
