import { Outbox, type OutboxRecord, type OutboxStorage, type SendResult } from './outbox';

/** A device: storage that outlives the app, a network that can be cut, and an API that remembers ids. */
function device() {
  const values = new Map<string, string>();
  const received: string[] = [];
  const state = {
    online: true,
    nowMs: 1_000,
    fullAfterBytes: Infinity,
    killBeforeAnswer: false,
    refuse: new Set<string>(),
  };
  const storage: OutboxStorage = {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => {
      const used = [...values].reduce((sum, [other, held]) => sum + (other === key ? 0 : held.length), 0);
      if (used + value.length <= state.fullAfterBytes) values.set(key, value);
    },
    remove: (key) => void values.delete(key),
  };
  const send = async (record: OutboxRecord): Promise<SendResult> => {
    if (!state.online) return { end: 'no_answer' };
    if (state.refuse.has(record.id)) return { end: 'refused', message: '征询已经截止。' };
    received.push(record.id);
    if (state.killBeforeAnswer) throw new Error('killed');
    return { end: 'acknowledged' };
  };
  const start = (owner = 'volunteer-1') => new Outbox(owner, storage, send, () => state.nowMs);
  return { state, received, start };
}

const visit = (id: string, over: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id,
  kind: 'visit',
  householdId: 'household-302',
  label: '302室',
  path: '/api/visits',
  body: { id },
  recordedAtMs: 0,
  heldUntilMs: 0,
  refusal: null,
  ...over,
});

const counts = ({ recorded, delivered, waiting, refused }: ReturnType<Outbox['ledger']>) => ({
  recorded,
  delivered,
  waiting,
  refused,
});

describe('the outbox of a volunteer', () => {
  it('keeps what was written without a network and sends it, oldest first, when it is back', async () => {
    const { state, received, start } = device();
    state.online = false;
    const outbox = start();
    outbox.keep(visit('a'));
    outbox.keep(visit('b'));
    await outbox.flush();
    expect(counts(outbox.ledger())).toEqual({ recorded: 2, delivered: 0, waiting: 2, refused: 0 });
    expect(outbox.ledger().trouble).toBe('no_answer');

    const afterRestart = start();
    state.online = true;
    await afterRestart.flush();
    expect(received).toEqual(['a', 'b']);
    expect(counts(afterRestart.ledger())).toEqual({ recorded: 2, delivered: 2, waiting: 0, refused: 0 });
  });

  it('sends once more, and counts once, what was sent just before the app was killed', async () => {
    const { state, received, start } = device();
    const outbox = start();
    outbox.keep(visit('a'));
    state.killBeforeAnswer = true;
    await expect(outbox.flush()).rejects.toThrow('killed');

    state.killBeforeAnswer = false;
    const afterRestart = start();
    expect(counts(afterRestart.ledger())).toEqual({ recorded: 1, delivered: 0, waiting: 1, refused: 0 });
    await afterRestart.flush();
    expect(received).toEqual(['a', 'a']);
    expect(counts(afterRestart.ledger())).toEqual({ recorded: 1, delivered: 1, waiting: 0, refused: 0 });
  });

  it('holds a record while it can be undone, and sends an undone one never', async () => {
    const { state, received, start } = device();
    const outbox = start();
    outbox.keep(visit('a', { heldUntilMs: 9_000 }));
    outbox.keep(visit('b', { heldUntilMs: 9_000 }));
    await outbox.flush();
    expect(received).toEqual([]);
    expect(outbox.takeBack('a')).toBe(true);
    state.nowMs = 9_001;
    await outbox.flush();
    expect(received).toEqual(['b']);
    expect(outbox.takeBack('b')).toBe(false);
    expect(counts(outbox.ledger())).toEqual({ recorded: 1, delivered: 1, waiting: 0, refused: 0 });
  });

  it('says so when the device is full, instead of pretending to have recorded', () => {
    const { state, start } = device();
    const outbox = start();
    state.fullAfterBytes = 400;
    expect(outbox.keep(visit('small'))).toBe(true);
    expect(outbox.keep(visit('large', { body: { signature: 'x'.repeat(500) } }))).toBe(false);
    expect(counts(outbox.ledger())).toEqual({ recorded: 1, delivered: 0, waiting: 1, refused: 0 });
  });

  it('keeps what the API refused, with the reason, and does not let it block the others', async () => {
    const { state, received, start } = device();
    state.refuse.add('late');
    const outbox = start();
    outbox.keep(visit('late'));
    outbox.keep(visit('b'));
    await outbox.flush();
    expect(received).toEqual(['b']);
    expect(counts(outbox.ledger())).toEqual({ recorded: 2, delivered: 1, waiting: 0, refused: 1 });
    expect(outbox.ledger().records[0]?.refusal).toBe('征询已经截止。');

    state.refuse.clear();
    await outbox.retry('late');
    expect(counts(outbox.ledger())).toEqual({ recorded: 2, delivered: 2, waiting: 0, refused: 0 });
  });

  it('never sends one volunteer’s records in the name of another', async () => {
    const { received, start } = device();
    start('volunteer-1').keep(visit('a'));
    await start('volunteer-2').flush();
    expect(received).toEqual([]);
  });
});
