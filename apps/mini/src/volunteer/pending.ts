import type { Door, RecordVisitInput } from '@/api/volunteer';
import type { OutboxRecord } from './outbox';

/** A door, and whether the newest thing written about it still waits on this device. */
export type DoorWithPending = Door & { unsent: boolean };

/** The doors as they are once everything on this device has arrived: the volunteer sees what was written at once. */
export function withPending(doors: readonly Door[], records: readonly OutboxRecord[]): DoorWithPending[] {
  return doors.map((door) => {
    const own = records.filter((record) => record.householdId === door.householdId && record.refusal === null);
    const seen = own.reduce<Door>((soFar, record) => withRecord(soFar, record), door);
    return { ...seen, unsent: own.length > 0 };
  });
}

function withRecord(door: Door, record: OutboxRecord): Door {
  if (record.kind === 'ballot') {
    const receivedAt = new Date(record.recordedAtMs).toISOString();
    return { ...door, ballot: { state: 'awaiting_review', channel: 'home_visit', receivedAt } };
  }
  const { outcome, visitedAt, note, revisitOn } = record.body as RecordVisitInput;
  return { ...door, lastVisit: { outcome, visitedAt, note, revisitOn } };
}
