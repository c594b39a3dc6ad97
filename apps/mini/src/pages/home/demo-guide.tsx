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
  const stairwellLabels = new Map(stairwells.map((each) => [each.code, each.label]));
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
            <Row
              key={person.title}
              label={person.title}
              value={person.phone ? phoneGroups(person.phone) : person.username}
              hint={[
                ...person.how,
                person.password && copy.password(person.password),
                person.devicePin && copy.devicePin(person.devicePin),
              ]
                .filter(Boolean)
                .join('；')}
            />
          ))}
        </Fold>
        <Fold label={copy.demoSlips}>
          {slips.map((slip) => (
            <Row
              key={`${slip.code}-${slip.roomNo}`}
              label={`${stairwellLabels.get(slip.code) ?? ''} ${formatRoom(slip.roomNo)}`}
              hint={copy.slip(slip.code)}
              value={slip.pin}
            />
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
