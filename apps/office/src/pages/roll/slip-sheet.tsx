import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router-dom';
import { usePublicStairwell } from '../../api/roll';
import { formatRoom, type IssuedSlip, type StairwellSummary } from '@jiati/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Page } from '../../components/page';
import { QrCode, stairwellAddress } from '../../components/qr-code';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';
import './slip-sheet.css';

const copy = roll.slips;

interface SlipSheetProps {
  slips: IssuedSlip[];
  estateName: string;
  stairwell: StairwellSummary;
  onDone: () => void;
}

/** The slips just issued, to print and cut. Leaving loses them for good, so every way out asks first. */
export function SlipSheet({ slips, estateName, stairwell, onDone }: SlipSheetProps) {
  const [closing, setClosing] = useState(false);
  const hotline = usePublicStairwell(stairwell.code).data?.hotline ?? null;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const place = [estateName, stairwell.buildingName, stairwell.name].join(common.separator);
  return (
    <div className="slip-page">
      <Page
        title={copy.title}
        actions={
          <>
            <Button onClick={() => setClosing(true)}>{copy.done}</Button>
            <Button type="primary" onClick={() => window.print()}>
              {copy.print}
            </Button>
          </>
        }
      >
        <Alert className="screen-only" type="warning" role="alert" title={copy.onceTitle} description={copy.once} />
        <div className="slips">
          {slips.map((slip) => (
            <article key={slip.householdId} className="slip">
              <div className="slip-words">
                <p className="slip-title">{copy.slipTitle}</p>
                <p>{place}</p>
                <p className="slip-room">{formatRoom(slip.roomNo)}</p>
                <p className="slip-pin">
                  <span className="small">{copy.pin}</span>
                  <strong>{`${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`}</strong>
                </p>
              </div>
              <div className="slip-code">
                <QrCode text={stairwellAddress(stairwell.code)} label={roll.poster.qrAlt(place)} />
                <span>{stairwell.code}</span>
              </div>
              <div className="slip-notes">
                <p>{copy.how}</p>
                <p>{copy.keep}</p>
                <p>{copy.helper}</p>
                {hotline && <p>{copy.hotline(hotline)}</p>}
              </div>
            </article>
          ))}
        </div>
        <ConfirmDialog
          open={closing || blocker.state === 'blocked'}
          title={copy.doneTitle}
          verb={copy.doneVerb}
          working={false}
          error={null}
          onConfirm={() => {
            if (blocker.state === 'blocked') blocker.proceed();
            else onDone();
          }}
          onCancel={() => {
            blocker.reset?.();
            setClosing(false);
          }}
        >
          <p>{copy.doneText}</p>
        </ConfirmDialog>
      </Page>
    </div>
  );
}
