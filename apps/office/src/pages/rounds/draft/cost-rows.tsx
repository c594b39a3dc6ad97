import { formatPlace, formatRoom } from '@jiati/contracts';
import { Input } from 'antd';
import type { ScopeDoor } from '../../../api/scope';
import { draft, round } from '../../../copy/rounds';
import { countSheet } from '../../../copy/count-sheet';
import { roll } from '../../../copy/roll';
import { DataTable } from '../../../components/data-table';
import { area } from '../../../lib/format';

const copy = draft.cost;

interface CostRowsProps {
  doors: readonly ScopeDoor[];
  /** Yuan by household id, as typed. */
  amounts: Record<string, string>;
  wrong: readonly string[];
  onChange: (householdId: string, amount: string) => void;
}

/** One amount a door. Enter goes to the next one, as in a spreadsheet. */
export function CostRows({ doors, amounts, wrong, onChange }: CostRowsProps) {
  if (doors.length === 0) return <p className="quiet">{copy.noRows}</p>;
  const severalPlaces = new Set(doors.map((door) => door.place)).size > 1;
  const goOn = (event: React.KeyboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input.draft-amount')];
    inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
  };
  return (
    <DataTable<ScopeDoor>
      aria-label={copy.rows}
      rowKey="householdId"
      size="small"
      rows={doors}
      minWidth={520}
      columns={[
        ...(severalPlaces ? [{ title: copy.place, dataIndex: 'place' as const }] : []),
        { title: round.roomNo, render: (_: unknown, door: ScopeDoor) => <strong>{door.roomNo}</strong> },
        {
          title: round.floor,
          align: 'right' as const,
          render: (_: unknown, door: ScopeDoor) => roll.stairwell.floorValue(door.floor),
        },
        {
          title: copy.area,
          align: 'right' as const,
          render: (_: unknown, door: ScopeDoor) =>
            door.areaDm2 === null ? countSheet.areaUnknown : area(door.areaDm2),
        },
        {
          title: round.amount,
          align: 'right' as const,
          render: (_: unknown, door: ScopeDoor) => (
            <Input
              className="draft-amount"
              inputMode="decimal"
              maxLength={16}
              aria-label={copy.amountOf(formatPlace(severalPlaces ? door.place : null, formatRoom(door.roomNo)))}
              status={wrong.includes(door.householdId) ? 'error' : ''}
              value={amounts[door.householdId] ?? ''}
              onPressEnter={goOn}
              onChange={(event) => onChange(door.householdId, event.target.value)}
            />
          ),
        },
      ]}
    />
  );
}
