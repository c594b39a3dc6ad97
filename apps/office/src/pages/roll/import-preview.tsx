import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { RollImport } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { common } from '../../copy/common';
import { rollImport as copy } from '../../copy/roll-import';
import { area } from '../../lib/format';
import { CountTiles } from './count-tiles';
import { Differences } from './differences';
import { RefusedRows, Warnings } from './refused-rows';

interface ImportPreviewProps {
  read: RollImport;
  working: boolean;
  error: unknown;
  onCommit: () => void;
  onCancel: () => void;
  onAnotherFile: () => void;
}

/** What was read, beside what could not be. The refused rows come first: they are what the officer must look at. */
export function ImportPreview({ read, working, error, onCommit, onCancel, onAnotherFile }: ImportPreviewProps) {
  const [confirming, setConfirming] = useState(false);
  const { counts, estate } = read;
  const nothingNew = counts.new + counts.changed === 0;
  const rows = copy.rowsUnit;
  return (
    <div className="stack">
      <section className="card stack-tight">
        <h2>{copy.previewSentence(counts.households, counts.stairwells)}</h2>
        <p>
          {counts.refused > 0 ? copy.previewRefused(counts.refused) : copy.previewClean}
          {nothingNew ? copy.nothingNew : copy.nothingWritten}
        </p>
        <CountTiles counts={counts} />
        <div className="row">
          <Button type="primary" size="large" disabled={nothingNew} onClick={() => setConfirming(true)}>
            {copy.confirm}
          </Button>
          <Button size="large" onClick={onAnotherFile}>
            {copy.anotherFile}
          </Button>
        </div>
      </section>
      <RefusedRows rows={read.refusedRows} />
      <Warnings warnings={read.warnings} />
      <Differences read={read} />
      <section className="stack-tight">
        <div>
          <h2>{copy.perStairwell}</h2>
          <p className="quiet">{copy.perStairwellHint}</p>
        </div>
        <StairwellSums read={read} />
      </section>
      <ConfirmDialog
        open={confirming}
        title={copy.confirmTitle}
        facts={[
          [copy.confirmFacts.estate, [estate.town, estate.neighbourhood, estate.name].join(common.separator)],
          [copy.confirmFacts.file, read.fileName],
          [copy.confirmFacts.new, common.households(counts.new)],
          [copy.confirmFacts.changed, common.households(counts.changed)],
          [copy.confirmFacts.refused, rows(counts.refused)],
          [copy.confirmFacts.unknownArea, common.households(counts.unknownArea)],
        ]}
        verb={copy.confirm}
        working={working}
        error={error}
        onConfirm={onCommit}
        onCancel={() => {
          onCancel();
          setConfirming(false);
        }}
      >
        <p>{copy.confirmText}</p>
      </ConfirmDialog>
      {nothingNew && <Alert type="info" title={copy.nothingNew} />}
    </div>
  );
}

function StairwellSums({ read }: { read: RollImport }) {
  return (
    <DataTable
      aria-label={copy.perStairwell}
      size="small"
      rowKey={(item) => item.buildingName + item.stairwellName}
      rows={read.stairwells}
      minWidth={480}
      columns={[
        { title: copy.building, dataIndex: 'buildingName' },
        { title: copy.stairwell, dataIndex: 'stairwellName' },
        { title: copy.households, dataIndex: 'households', align: 'right' },
        {
          title: copy.area,
          align: 'right',
          render: (_, item) =>
            item.areaDm2 === null ? <span className="waiting-text">{copy.areaPartial}</span> : area(item.areaDm2),
        },
      ]}
    />
  );
}
