import { useEffect, useRef, useState } from 'react';
import type { VisitOutcome } from '@jiati/contracts';
import { visitPath, type Door, type RecordVisitInput } from '@/api/volunteer';
import { recordedWords, visitLabel } from '@/copy/volunteer';
import { newId } from '@/platform/device-id';
import { outboxOf, undoMs } from '../outbox';

interface Recorded {
  id: string;
  words: string;
}

/** Writes visits into the outbox and gives a few seconds to take the last one back. */
export function useVisitRecorder(accountId: string) {
  const outbox = outboxOf(accountId);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [undone, setUndone] = useState<'undone' | 'too_late' | null>(null);
  const [full, setFull] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => () => clearTimeout(timer.current), []);

  /** @returns false when the device could not keep it: nothing was recorded */
  const record = (door: Door, outcome: VisitOutcome, note: string, revisitOn: string | null): boolean => {
    const now = new Date();
    const body: RecordVisitInput = {
      id: newId(),
      householdId: door.householdId,
      outcome,
      note: note.trim(),
      revisitOn,
      visitedAt: now.toISOString(),
    };
    const kept = outbox.keep({
      id: body.id,
      kind: 'visit',
      householdId: door.householdId,
      label: visitLabel(door.roomNo, outcome),
      path: visitPath,
      body,
      recordedAtMs: now.getTime(),
      heldUntilMs: now.getTime() + undoMs,
      refusal: null,
    });
    setFull(!kept);
    setUndone(null);
    if (!kept) return false;
    // Taking up the next door means that the one before is right.
    if (recorded) outbox.release(recorded.id);
    setRecorded({ id: body.id, words: recordedWords(door.roomNo, outcome, revisitOn, now) });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setRecorded(null);
      void outbox.flush();
    }, undoMs);
    return true;
  };

  const undo = () => {
    if (!recorded) return;
    clearTimeout(timer.current);
    setUndone(outbox.takeBack(recorded.id) ? 'undone' : 'too_late');
    setRecorded(null);
    timer.current = setTimeout(() => setUndone(null), undoMs);
  };

  return { recorded, undone, full, record, undo };
}
