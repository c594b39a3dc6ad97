import { useRef, useState } from 'react';
import { words } from '@/api/client';
import { mostPermissions, reminderPurpose, useChooseReminder } from '@/api/reminders';
import type { Purpose, ReminderChannel, ReminderChoice } from '@/api/wire';
import {
  Box,
  Card,
  Lines,
  LongText,
  Notice,
  OptionButtons,
  Para,
  PlainButton,
  Row,
  Rows,
  SectionTitle,
  Sentence,
  useBroughtIntoView,
} from '@/components/kit';
import { notAllowedCopy, nowWords, remindersCopy as copy } from '@/copy/reminders';
import { askForMessage, canAskForMessages, openMessageSettings } from '@/platform/subscription';
import type { SubscriptionAnswer } from '@/platform/subscription.types';
import { waysClosed, waysToChoose } from './ways';

interface ChoosingProps {
  choice: ReminderChoice;
  purposes: readonly Purpose[];
  phoneMasked: string | null;
}

/** The ways there are here, what came of the last tap, and what one agrees to; a tap is enough. */
export function Choosing({ choice, purposes, phoneMasked }: ChoosingProps) {
  const purpose = purposes.find(({ id }) => id === reminderPurpose);
  const { choose, outcome } = useChoosing(choice, purpose?.version ?? '');
  const chooser = { phoneMasked, canAskForMessages };
  const closed = waysClosed(choice, chooser);
  return (
    <>
      <Sentence>{nowWords(choice)}</Sentence>
      <OptionButtons
        label={copy.choose}
        options={waysToChoose(choice, chooser)}
        chosen={choice.chosenAt ? choice.channel : null}
        onChoose={choose}
      />
      {outcome}
      {choice.channel === 'weapp' ? <Permissions choice={choice} onAgain={() => choose('weapp')} /> : null}
      {closed.length > 0 ? (
        <Rows label={copy.notHere}>
          {closed.map(({ value, label, hint }) => (
            <Row key={value} label={label} hint={hint} />
          ))}
        </Rows>
      ) : null}
      {purpose ? (
        <Card title={copy.consent}>
          <LongText>{purpose.text}</LongText>
        </Card>
      ) : null}
      <SectionTitle>{copy.about}</SectionTitle>
      <Lines lines={copy.lines} />
    </>
  );
}

/** Chooses at a tap; by WeChat only after WeChat itself has asked and was allowed. */
function useChoosing({ weappTemplateId }: ReminderChoice, textVersion: string) {
  const save = useChooseReminder();
  const asking = useRef(false);
  const [refusal, setRefusal] = useState<Exclude<SubscriptionAnswer, 'allowed'> | null>(null);
  const choose = async (channel: ReminderChannel) => {
    if (asking.current || save.isPending) return;
    const question = channel === 'weapp' && weappTemplateId ? askForMessage(weappTemplateId) : null;
    save.reset();
    setRefusal(null);
    if (question) {
      asking.current = true;
      const answer = await question;
      asking.current = false;
      if (answer !== 'allowed') return setRefusal(answer);
    }
    save.mutate({ channel, textVersion, permitted: question !== null });
  };
  return {
    choose: (channel: ReminderChannel) => void choose(channel),
    outcome: <Outcome refusal={refusal} trouble={save.error && words(save.error)} saved={save.data?.channel} />,
  };
}

interface OutcomeProps {
  refusal: Exclude<SubscriptionAnswer, 'allowed'> | null;
  trouble: string | null;
  saved: ReminderChannel | undefined;
}

const outcomeId = 'reminder-outcome';

/** What the tap led to, below the buttons and read out. */
function Outcome({ refusal, trouble, saved }: OutcomeProps) {
  useBroughtIntoView(outcomeId, refusal ?? trouble ?? saved);
  return (
    <Box id={outcomeId} className="in-sight" live="polite">
      {refusal ? <NotAllowed refusal={refusal} /> : null}
      {trouble ? <Notice kind="problem" title={trouble} /> : null}
      {saved ? (
        <Notice kind="done" title={copy.saved[saved]}>
          {copy.undo}
        </Notice>
      ) : null}
    </Box>
  );
}

function NotAllowed({ refusal }: { refusal: Exclude<SubscriptionAnswer, 'allowed'> }) {
  const { title, words: whatToDo } = notAllowedCopy[refusal];
  const helps = refusal === 'refused' || refusal === 'turned_off';
  return (
    <>
      <Notice kind="waiting" title={title}>
        {whatToDo}
      </Notice>
      {helps ? <PlainButton onPress={() => void openMessageSettings()}>{copy.openSettings}</PlainButton> : null}
    </>
  );
}

/** How many messages WeChat still lets through, and one more for the asking. */
function Permissions({ choice, onAgain }: { choice: ReminderChoice; onAgain: () => void }) {
  const left = choice.weappPermissions;
  const isFull = left >= mostPermissions;
  return (
    <Card>
      <Sentence>{left > 0 ? copy.left(left) : copy.leftNone}</Sentence>
      <Para>{left > 0 ? copy.leftWords : copy.leftNoneWords}</Para>
      {isFull ? <Para small>{copy.leftEnough}</Para> : null}
      {!isFull && canAskForMessages ? <PlainButton onPress={onAgain}>{copy.once}</PlainButton> : null}
      {!isFull && !canAskForMessages ? <Para small>{copy.leftElsewhere}</Para> : null}
    </Card>
  );
}
