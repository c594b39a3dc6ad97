import { App, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useAssignStairwells } from '../../api/people';
import { useEstates, useStairwells } from '../../api/roll';
import type { Volunteer } from '@jiati/contracts';
import { Field } from '../../components/field';
import { ProblemNotice } from '../../components/problem-notice';
import { common } from '../../copy/common';
import { people } from '../../copy/people';
import { addDays, wallClock } from '../../lib/shanghai';

const copy = people.assignDialog;

/** Which stairwells a volunteer may enter, and until which day. Stairwells of other estates stay as they are. */
export function AssignDialog({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const estates = useEstates().data ?? [];
  const today = wallClock(new Date()).date;
  const [estateChosen, setEstateChosen] = useState<string | null>(null);
  const estateId = estateChosen ?? estates[0]?.id;
  const stairwells = useStairwells(estateId).data ?? [];
  const [chosen, setChosen] = useState(volunteer.assignments.map((item) => item.stairwellId));
  const [expiresOn, setExpiresOn] = useState(latestOf(volunteer, today) ?? addDays(today, 30));
  const [tried, setTried] = useState(false);
  const assign = useAssignStairwells();
  const { message } = App.useApp();
  const here = new Set(stairwells.map((item) => item.id));
  const elsewhere = volunteer.assignments.filter(
    (item) => !here.has(item.stairwellId) && chosen.includes(item.stairwellId),
  );
  const wrong = expiresOn < today;
  const save = () => {
    setTried(true);
    if (wrong) return;
    assign.mutate(
      { accountId: volunteer.accountId, stairwellIds: chosen, expiresOn },
      {
        onSuccess: () => {
          void message.success(copy.done);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={people.assignTo(volunteer.displayName)}
      width={640}
      okText={copy.save}
      cancelText={common.cancel}
      confirmLoading={assign.isPending}
      onOk={save}
      onCancel={onClose}
      closable={false}
    >
      <div className="stack-tight">
        <Field label={copy.estate}>
          {({ status, ...ids }) => (
            <Select
              {...ids}
              status={status}
              value={estateId}
              notFoundContent={copy.noEstates}
              onChange={setEstateChosen}
              options={estates.map((item) => ({ value: item.id, label: item.name }))}
            />
          )}
        </Field>
        <fieldset className="assign-stairwells">
          <legend>{copy.stairwells}</legend>
          <p className="quiet small">{copy.stairwellsHint}</p>
          {stairwells.map((item) => (
            <Checkbox
              key={item.id}
              checked={chosen.includes(item.id)}
              onChange={(event) =>
                setChosen(
                  event.target.checked ? [...chosen, item.id] : chosen.filter((stairwellId) => stairwellId !== item.id),
                )
              }
            >
              {item.buildingName} {item.name}
            </Checkbox>
          ))}
        </fieldset>
        {elsewhere.length > 0 && <p className="quiet">{copy.kept(elsewhere.map((item) => item.label).join('、'))}</p>}
        <Field label={copy.expiresOn} hint={copy.expiresHint} problem={tried && wrong && copy.expiresWrong}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              min={today}
              value={expiresOn}
              onChange={(event) => setExpiresOn(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice error={assign.error} />
      </div>
    </Modal>
  );
}

/** The day the present assignments end, unless it has passed. */
function latestOf(volunteer: Volunteer, today: string): string | null {
  const latest = volunteer.assignments
    .map((item) => item.expiresOn)
    .sort()
    .at(-1);
  return latest && latest >= today ? latest : null;
}
