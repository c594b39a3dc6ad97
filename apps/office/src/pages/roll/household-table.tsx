import { Button, type TableProps } from 'antd';
import { Link } from 'react-router-dom';
import type { RollRow } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { StateTag } from '../../components/state-tag';
import { areaSourceLabels, formatArea, formatDay, tenureLabels } from '@jiati/contracts';
import { roll } from '../../copy/roll';

const copy = roll.stairwell;

interface HouseholdTableProps {
  rows: RollRow[];
  /** Whether something may be changed here. */
  writes: boolean;
  chosen: string[];
  onChoose: (householdIds: string[]) => void;
  onFillArea: (row: RollRow) => void;
}

/** One row a door. Phones come masked from the API and are shown as they come. */
export function HouseholdTable({ rows, writes, chosen, onChoose, onFillArea }: HouseholdTableProps) {
  return (
    <DataTable<RollRow>
      aria-label={copy.caption}
      rowKey="householdId"
      rows={rows}
      minWidth={760}
      {...(writes && {
        rowSelection: {
          fixed: true,
          // The head's own checkbox is copied into a hidden row, where the focus can get lost; “all” stands above the table.
          columnTitle: <span className="visually-hidden">{copy.select}</span>,
          selectedRowKeys: chosen,
          onChange: (keys) => onChoose(keys as string[]),
          getCheckboxProps: (row) => ({ 'aria-label': copy.selectRoom(row.roomNo) }) as object,
        } satisfies TableProps<RollRow>['rowSelection'],
      })}
      columns={[
        {
          title: copy.roomNo,
          fixed: 'left',
          render: (_, row) => (
            <Link to={`/households/${row.householdId}`}>
              <strong>{row.roomNo}</strong>
            </Link>
          ),
        },
        {
          title: copy.floor,
          align: 'right',
          render: (_, row) => <span className="nowrap">{copy.floorValue(row.floor)}</span>,
        },
        {
          title: copy.area,
          align: 'right',
          render: (_, row) =>
            row.areaDm2 === null ? (
              <span className="row nowrap" style={{ justifyContent: 'flex-end' }}>
                <StateTag tone="waiting">{copy.areaUnknown}</StateTag>
                {writes && (
                  <Button size="small" onClick={() => onFillArea(row)} aria-label={copy.fillAreaOf(row.roomNo)}>
                    {copy.fillArea}
                  </Button>
                )}
              </span>
            ) : (
              <>
                <span className="nowrap">{formatArea(row.areaDm2)}</span>
                {row.areaSource && <div className="quiet small">{areaSourceLabels[row.areaSource]}</div>}
              </>
            ),
        },
        {
          title: copy.tenure,
          render: (_, row) => (
            <>
              <span className="nowrap">{tenureLabels[row.tenure]}</span>
              {row.isLet && <div className="quiet small">{copy.isLet}</div>}
            </>
          ),
        },
        {
          title: copy.owners,
          render: (_, row) => (
            <>
              {row.owners.map((owner) => (
                <div key={owner.id} className="nowrap">
                  {owner.name} <span className="quiet small">{owner.phoneMasked ?? copy.noPhone}</span>
                </div>
              ))}
              {row.tenant && (
                <div className="nowrap">
                  {copy.tenant} {row.tenant.name}{' '}
                  <span className="quiet small">{row.tenant.phoneMasked ?? copy.noPhone}</span>
                </div>
              )}
            </>
          ),
        },
        { title: copy.remark, render: (_, row) => row.remark },
        {
          title: copy.slip,
          render: (_, row) =>
            row.slipIssuedAt ? (
              <span className="nowrap">{formatDay(row.slipIssuedAt)}</span>
            ) : (
              <span className="quiet nowrap">{copy.slipNone}</span>
            ),
        },
      ]}
    />
  );
}
