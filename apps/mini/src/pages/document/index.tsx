import { formatMoney, formatRoom } from '@jiati/contracts';
import { useBallotPaper } from '@/api/ballots';
import type { BallotPaper } from '@/api/wire';
import { Card, Facts, LongText, Page, Para } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { ReadAloud } from '@/components/read-aloud';
import { placeOf } from '@/components/round-frame';
import { ballotCopy as copy, shareWords } from '@/copy/ballot';
import { useParameters } from '@/parameters';

/** One document of the motion in full: scheme, cost table or agreement. */
export default function DocumentPage() {
  const { roundId = '', householdId = '', part } = useParameters();
  const paper = useBallotPaper(roundId, householdId);
  const data = paper.data;
  const title = part === 'scheme' ? copy.scheme : part === 'agreement' ? copy.agreement : copy.costTableTitle;
  const text = part === 'scheme' ? data?.documents.scheme.text : data?.documents.agreement.text;
  const isText = part === 'scheme' || part === 'agreement';
  return (
    <Page
      place={data && placeOf(data)}
      title={title}
      action={isText && text ? <ReadAloud text={`${title}。${text}`} /> : null}
    >
      <Loaded query={paper}>
        {(loaded) =>
          isText ? (
            <Card>
              <LongText>{text ?? ''}</LongText>
            </Card>
          ) : (
            <CostTable paper={loaded} />
          )
        }
      </Loaded>
    </Page>
  );
}

function CostTable({ paper }: { paper: BallotPaper }) {
  const { rows, totalFen, subsidyFen } = paper.documents.costTable;
  const mine = paper.household.householdId;
  return (
    <>
      <Card>
        <Facts
          facts={[
            { name: copy.cost.total, value: formatMoney(totalFen) },
            { name: copy.cost.subsidy, value: formatMoney(subsidyFen) },
            { name: copy.cost.owners, value: formatMoney(totalFen - subsidyFen) },
          ]}
        />
      </Card>
      <Card>
        <Facts
          facts={[...rows]
            .sort((a, b) => a.floor - b.floor)
            .map((row) => ({
              name: `${formatRoom(row.roomNo)}${row.householdId === mine ? `（${copy.cost.mine}）` : ''}`,
              value: shareWords(row.amountFen),
              marked: row.householdId === mine,
            }))}
        />
        <Para small>{copy.cost.note}</Para>
      </Card>
    </>
  );
}
