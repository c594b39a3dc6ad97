import type { Door, RecordVisitInput } from '@/api/volunteer';
import type { OutboxRecord } from './outbox';

/** A door, whether the newest thing written about it still waits on this device, and how much the API did not accept. */
export type DoorWithPending = Door & { unsent: boolean; refused: number };

/** The doors as they are once everything on this device has arrived: the volunteer sees what was written at once. */
export function withPending(doors: readonly Door[], records: readonly OutboxRecord[]): DoorWithPending[] {
  return doors.map((door) => {
    const own = records.filter((record) => record.householdId === door.householdId);
    const waiting = own.filter((record) => record.refusal === null);
    const seen = waiting.reduce<Door>((soFar, record) => withRecord(soFar, record), door);
    return { ...seen, unsent: waiting.length > 0, refused: own.length - waiting.length };
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
