import '../../components/button-link.css';
import { Alert, Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useDeskRole } from '../../api/session';
import { useEstate, useHouseholds, useIssueSlips, useStairwells } from '../../api/roll';
import type { IssuedSlip, RollRow } from '@jiati/contracts';
import { ButtonLink } from '../../components/button-link';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';
import { mayWrite } from '../../lib/desks';
import { sameNames } from '../../lib/same-names';
import { AreaDialog } from './area-dialog';
import { HouseholdTable } from './household-table';
import { MergeDialog } from './merge-dialog';
import { SlipSheet } from './slip-sheet';

const copy = roll.stairwell;

/** The doors of one stairwell: fill in areas, issue slips, merge owners. */
export function StairwellPage() {
  const { estateId = '', stairwellId = '' } = useParams();
  const query = useHouseholds(stairwellId);
  const writes = mayWrite(useDeskRole());
  const estate = useEstate(estateId).data;
  const stairwell = useStairwells(estateId).data?.find((item) => item.id === stairwellId);
  const [chosen, setChosen] = useState<string[]>([]);
  const [fillingArea, setFillingArea] = useState<RollRow | null>(null);
  const [merging, setMerging] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [slips, setSlips] = useState<IssuedSlip[] | null>(null);
  const issue = useIssueSlips(stairwellId);
  const rows = useMemo(() => query.data ?? [], [query.data]);
  const namesakes = useMemo(() => sameNames(rows), [rows]);
  const place = stairwell ? `${stairwell.buildingName}${common.separator}${stairwell.name}` : copy.fallbackTitle;
  const chosenRows = rows.filter((row) => chosen.includes(row.householdId));
  const replaced = chosenRows.filter((row) => row.slipIssuedAt).map((row) => row.roomNo);

  if (slips && stairwell && estate)
    return (
      <SlipSheet
        slips={slips}
        estateName={estate.name}
        stairwell={stairwell}
        onDone={() => {
          setSlips(null);
          setChosen([]);
        }}
      />
    );
  return (
    <Page
      title={place}
      back={{ to: `/roll/${estateId}`, label: estate?.name ?? roll.estate.fallbackTitle }}
      lead={
        query.data &&
        copy.lead(
          rows.length,
          rows.filter((row) => row.areaDm2 === null).length,
          rows.filter((row) => row.slipIssuedAt).length,
        )
      }
      actions={
        <>
          {stairwell && (
            <a className="button-link" href={`/s/${stairwell.code}`} target="_blank" rel="noreferrer">
              {copy.publicPage}
            </a>
          )}
          <ButtonLink to={`/roll/${estateId}/posters?stairwell=${stairwellId}`}>{copy.printPoster}</ButtonLink>
          {writes && (
            <ButtonLink to={`/rounds/new?scope=stairwell:${stairwellId}&estate=${estateId}`}>
              {copy.startRound}
            </ButtonLink>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>
          ) : (
            <div className="stack-tight">
              {writes && namesakes.length > 0 && (
                <Alert
                  type="info"
                  title={copy.sameNameTitle}
                  description={
                    <div className="stack-tight">
                      <ul>
                        {namesakes.map((group) => (
                          <li key={group.name}>{copy.sameName(group.name, group.roomNos.join('、'))}</li>
                        ))}
                      </ul>
                      <p>{copy.sameNameText}</p>
                    </div>
                  }
                />
              )}
              {writes && (
                <div className="row-spread screen-only">
                  <div className="row">
                    <Checkbox
                      checked={chosen.length === rows.length}
                      indeterminate={chosen.length > 0 && chosen.length < rows.length}
                      onChange={(event) => setChosen(event.target.checked ? rows.map((row) => row.householdId) : [])}
                    >
                      {copy.selectAll}
                    </Checkbox>
                    <span className="quiet" role="status">
                      {chosen.length > 0 ? copy.selected(chosen.length) : copy.selectHint}
                    </span>
                  </div>
                  <div className="row">
                    <Button onClick={() => setMerging(true)}>{copy.mergeOwners}</Button>
                    <Button type="primary" disabled={chosen.length === 0} onClick={() => setConfirming(true)}>
                      {copy.issueSlips}
                    </Button>
                  </div>
                </div>
              )}
              <HouseholdTable
                rows={rows}
                writes={writes}
                chosen={chosen}
                onChoose={setChosen}
                onFillArea={setFillingArea}
              />
            </div>
          )
        }
      </Loaded>
      <AreaDialog row={fillingArea} place={place} onClose={() => setFillingArea(null)} />
      <MergeDialog open={merging} rows={rows} onClose={() => setMerging(false)} />
      <ConfirmDialog
        open={confirming}
        title={roll.slips.confirmTitle(chosen.length)}
        facts={[
          [roll.slips.place, `${estate?.name ?? ''}${common.separator}${place}`],
          [roll.slips.rooms, chosenRows.map((row) => row.roomNo).join('、')],
        ]}
        verb={roll.slips.verb}
        working={issue.isPending}
        error={issue.error}
        onCancel={() => {
          issue.reset();
          setConfirming(false);
        }}
        onConfirm={() =>
          issue.mutate(chosen, {
            onSuccess: (issued) => {
              setConfirming(false);
              setSlips(issued);
            },
          })
        }
      >
        <p>{roll.slips.consequence}</p>
        {replaced.length > 0 && <p className="waiting-text">{roll.slips.replaces(replaced.join('、'))}</p>}
      </ConfirmDialog>
    </Page>
  );
}
