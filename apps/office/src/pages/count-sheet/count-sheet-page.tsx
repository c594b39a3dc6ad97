import { Button } from 'antd';
import { useParams } from 'react-router-dom';
import { useCountSheet, useRound } from '../../api/rounds';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { countSheet as copy } from '../../copy/count-sheet';
import { Sheet } from './sheet';
import './count-sheet.css';

/** The count sheet, on the screen as on paper: printing it needs no second design. */
export function CountSheetPage() {
  const { roundId = '' } = useParams();
  const query = useCountSheet(roundId);
  const closedAt = useRound(roundId).data?.closedAt ?? null;
  return (
    <div className="count-sheet-page">
      <Page
        title={copy.documentTitle}
        back={{ to: `/rounds/${roundId}`, label: copy.back }}
        actions={
          query.data && (
            <Button type="primary" onClick={() => window.print()}>
              {copy.print}
            </Button>
          )
        }
      >
        <Loaded query={query}>{(sheet) => <Sheet sheet={sheet} closedAt={closedAt} />}</Loaded>
      </Page>
    </div>
  );
}
