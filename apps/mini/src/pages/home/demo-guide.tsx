import { formatRoom, formatTime } from '@jiati/contracts';
import { useDemoGuide } from '@/api/content';
import { Fold, Para, Row, Rows, SectionTitle } from '@/components/kit';
import { homeCopy as copy } from '@/copy/home';
import { phoneGroups } from '@/copy/login';
import { go, routes } from '@/routes';

/** On a demonstration: which stairwells there are, and how to be whom. Not there on a real installation. */
export function DemoGuideCard() {
  const guide = useDemoGuide();
  if (!guide.data) return null;
  const { people, stairwells, slips, phoneCodes } = guide.data;
  return (
    <>
      <SectionTitle>{copy.demoTitle}</SectionTitle>
      <Para small>{copy.demoIntro}</Para>
      <Rows label={copy.demoTitle}>
        <Fold label={copy.demoStairwells}>
          {stairwells.map((each) => (
            <Row
              key={each.code}
              label={each.label}
              hint={`${each.code} · ${each.note}`}
              onPress={() => go(routes.stairwell(each.code))}
            />
          ))}
        </Fold>
        <Fold label={copy.demoPeople}>
          {people.map((person) => (
            <Para key={person.title}>
              {[person.title, person.phone && phoneGroups(person.phone), ...person.how].filter(Boolean).join('；')}
            </Para>
          ))}
        </Fold>
        <Fold label={copy.demoSlips}>
          {slips.map((slip) => (
            <Para key={`${slip.code}-${slip.roomNo}`}>{`${slip.code} ${formatRoom(slip.roomNo)}：${slip.pin}`}</Para>
          ))}
        </Fold>
        <Fold label={copy.demoCodes}>
          {phoneCodes.length === 0 ? <Para>{copy.noCodes}</Para> : null}
          {phoneCodes.map((each) => (
            <Para key={`${each.phone}-${each.sentAt}`}>
              {`${phoneGroups(each.phone)}：${each.code}（${formatTime(each.sentAt)}）`}
            </Para>
          ))}
        </Fold>
      </Rows>
    </>
  );
}
