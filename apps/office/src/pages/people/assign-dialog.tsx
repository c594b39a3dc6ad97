import type { Person } from '@jiati/contracts';
import { App } from 'antd';
import { useState } from 'react';
import { useAssignStairwells } from '../../api/people';
import { DateField } from '../../components/date-field';
import { FormDialog } from '../../components/form-dialog';
import { common } from '../../copy/common';
import { people } from '../../copy/people';
import { latestExpiry } from '../../lib/expiry';
import { addDays, wallClock } from '../../lib/shanghai';
import { StairwellsField } from './stairwells-field';

const copy = people.assignDialog;
const USUAL_DAYS = 30;

/** Which stairwells a volunteer may enter, and until which day. */
export function AssignDialog({ volunteer, onClose }: { volunteer: Person; onClose: () => void }) {
  const today = wallClock(new Date()).date;
  const assigned = volunteer.assignments ?? [];
  const [stairwellIds, setStairwellIds] = useState(assigned.map((item) => item.stairwellId));
  const [expiresOn, setExpiresOn] = useState(() => {
    const latest = latestExpiry(assigned);
    return latest >= today ? latest : addDays(today, USUAL_DAYS);
  });
  const [tried, setTried] = useState(false);
  const assign = useAssignStairwells();
  const { message } = App.useApp();
  const wrong = expiresOn < today;
  const save = () => {
    setTried(true);
    if (wrong) return;
    assign.mutate(
      { accountId: volunteer.accountId, stairwellIds, expiresOn },
      {
        onSuccess: () => {
          void message.success(copy.done);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={people.assignTo(volunteer.displayName)}
      verb={common.save}
      sending={assign}
      onSave={save}
      onClose={onClose}
    >
      <StairwellsField chosen={stairwellIds} onChange={setStairwellIds} />
      <DateField
        label={copy.expiresOn}
        hint={copy.expiresHint}
        problem={tried && wrong && people.places.expiresWrong}
        min={today}
        value={expiresOn}
        onChange={setExpiresOn}
      />
    </FormDialog>
  );
}
