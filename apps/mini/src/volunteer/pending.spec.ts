import type { Door } from '@/api/volunteer';
import type { OutboxRecord } from './outbox';
import { withPending } from './pending';

const door = { householdId: 'h302', roomNo: '302', ballot: null, lastVisit: null } as unknown as Door;

const written = (kind: OutboxRecord['kind'], over: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id: `${kind}-1`,
  kind,
  householdId: 'h302',
  label: '302室',
  path: '/api/visits',
  body: { outcome: 'not_home', visitedAt: '2026-12-01T12:00:00Z', note: '', revisitOn: null },
  recordedAtMs: Date.parse('2026-12-01T12:00:00Z'),
  heldUntilMs: 0,
  refusal: null,
  ...over,
});

describe('The doors as a volunteer left them', () => {
  const seen = (...records: OutboxRecord[]) => withPending([door], records)[0]!;

  it('show at once what still waits to be sent', () => {
    expect(seen(written('visit'))).toMatchObject({ unsent: true, refused: 0, lastVisit: { outcome: 'not_home' } });
    expect(seen(written('ballot'))).toMatchObject({ unsent: true, ballot: { state: 'awaiting_review' } });
  });

  it('say what was not accepted, and do not show it as if it had been', () => {
    const refused = written('ballot', { refusal: '这一轮征询已经截止。' });
    expect(seen(refused)).toMatchObject({ unsent: false, refused: 1, ballot: null });
    expect(seen(refused, written('visit'))).toMatchObject({ unsent: true, refused: 1 });
  });

  it('are left alone by what was written about other doors', () => {
    expect(seen(written('visit', { householdId: 'h301' }))).toMatchObject({
      unsent: false,
      refused: 0,
      lastVisit: null,
    });
  });
});
