import { useState } from 'react';
import Taro from '@tarojs/taro';
import { useFaqs } from '@/api/content';
import type { PublicRound, Stage } from '@/api/wire';
import { Para, Row, Rows, SectionTitle, TextButton, Timeline, type TimelineStep } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { stageHints, stageLabels, stageOrder } from '@/copy/labels';
import { chainWords, stairwellCopy as copy } from '@/copy/stairwell';
import { openSite } from '@/platform/open-site';
import { go, routes, verifyPath } from '@/routes';

/** 八问八答 as large rows, then the open letter and the receipt check. */
export function Questions({ code }: { code: string }) {
  const faqs = useFaqs();
  return (
    <>
      <SectionTitle>{copy.faqTitle}</SectionTitle>
      <Loaded query={faqs}>
        {(all) => (
          <Rows label={copy.faqTitle}>
            {all.slice(0, 8).map((faq, index) => (
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
      <Rows>
        <Row label={copy.openLetter} hint={copy.openLetterHint} onPress={() => go(routes.openLetter())} />
        <Row label={copy.checkReceipt} hint={copy.checkReceiptHint} onPress={() => go(routes.check())} />
      </Rows>
    </>
  );
}

/** The step before, this one, and the next; all of them on request. */
export function Stages({ stage }: { stage: Stage }) {
  const [all, setAll] = useState(false);
  const now = stageOrder.indexOf(stage);
  const steps = stageOrder
    .map((each, index): TimelineStep => {
      const when = index < now ? 'past' : index === now ? 'now' : 'next';
      const word = when === 'past' ? copy.past : when === 'now' ? copy.now : index === now + 1 ? copy.next : copy.later;
      return { name: stageLabels[each], hint: stageHints[each], when, word };
    })
    .filter((_, index) => all || Math.abs(index - now) <= 1);
  return (
    <>
      <SectionTitle>{copy.timelineTitle}</SectionTitle>
      <Timeline steps={steps} />
      {all ? null : <TextButton onPress={() => setAll(true)}>{copy.allStages}</TextButton>}
    </>
  );
}

/** People to ask, and paper for those who want paper. */
export function Help({ hotline }: { hotline: string | null }) {
  const call = hotline ? () => void Taro.makePhoneCall({ phoneNumber: hotline.replace(/[^0-9+]/g, '') }) : undefined;
  return (
    <>
      <SectionTitle>{copy.helpTitle}</SectionTitle>
      <Rows>
        <Row label={copy.call} hint={hotline ?? copy.noHotline} onPress={call} />
        <Row label={copy.visit} hint={hotline ? copy.visitHint : copy.visitHintNoPhone} onPress={call} />
        <Row label={copy.paper} hint={copy.paperHint} />
      </Rows>
    </>
  );
}

/** Where the record stands, and the page where anybody may check it without us. */
export function CheckItYourself({ round }: { round: PublicRound | null }) {
  const chain = round?.chain;
  if (!chain) return null;
  const head = `${chain.count}:${chain.head}`;
  return (
    <>
      <SectionTitle>{copy.verifyTitle}</SectionTitle>
      <Rows>
        <Row label={copy.verify} hint={copy.verifyHint} onPress={() => openSite(verifyPath(round.id, { head }))} />
      </Rows>
      <Para small>{chainWords(chain)}</Para>
    </>
  );
}
