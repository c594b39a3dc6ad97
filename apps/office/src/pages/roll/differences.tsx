import { formatPlace, formatRoom, type RollImport } from '@jiati/contracts';
import { rollImport as copy } from '../../copy/roll-import';

interface DoorName {
  buildingName: string;
  stairwellName: string;
  roomNo: string;
}

const doorName = (door: DoorName): string =>
  formatPlace(door.buildingName, door.stairwellName, formatRoom(door.roomNo));

/** What the file says otherwise than the roll, and which doors of the roll it does not mention. */
export function Differences({ read }: { read: RollImport }) {
  return (
    <>
      {read.changes.length > 0 && (
        <section className="card stack-tight">
          <h2>{copy.changesTitle}</h2>
          <ul>
            {read.changes.map((change) => (
              <li key={`${doorName(change)}-${change.row}`}>
                {copy.changeLine(
                  doorName(change),
                  change.row,
                  change.columns.map((column) => copy.columns[column]).join('、'),
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.absentDoors.length > 0 && (
        <section className="card stack-tight">
          <h2>{copy.absentTitle}</h2>
          <p className="quiet">{copy.absentHint}</p>
          <ul>
            {read.absentDoors.map((door) => (
              <li key={doorName(door)}>{doorName(door)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
