import { useCallback, useEffect, useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { ApiProblem, call, words } from '@/api/client';
import { noteRefusal, queryClient } from '@/api/query-client';
import { sessionKeys } from '@/api/session';
import { volunteerKeys } from '@/api/volunteer';
import type { Session } from '@/api/wire';
import { storage } from '@/platform/storage';
import { Outbox, type OutboxRecord, type SendResult } from './outbox';

export type { Ledger, OutboxRecord } from './outbox';

/** How long a visit can be undone before it is sent. */
export const undoMs = 8_000;
const retryEveryMs = 5_000;

const outboxes = new Map<string, Outbox>();

/** The outbox of the volunteer who is logged in. */
export function outboxOf(accountId: string): Outbox {
  let outbox = outboxes.get(accountId);
  if (!outbox) {
    outbox = new Outbox(accountId, storage, (record) => sendAs(accountId, record), Date.now);
    outboxes.set(accountId, outbox);
  }
  return outbox;
}

/** Only whoever wrote it may send it: on a shared tablet another volunteer may be logged in by now. */
async function sendAs(accountId: string, record: OutboxRecord): Promise<SendResult> {
  const session = queryClient.getQueryData<Session | null>(sessionKeys.session);
  if (session?.account.id !== accountId) return { end: 'signed_out' };
  try {
    await call('POST', record.path, record.body);
  } catch (error) {
    const status = error instanceof ApiProblem ? error.status : 0;
    noteRefusal(error);
    if (status === 423 || (error instanceof ApiProblem && error.code === 'device_pin_missing'))
      return { end: 'locked' };
    if (status === 401) return { end: 'signed_out' };
    if (status === 0 || status === 408 || status === 429 || status >= 500) return { end: 'no_answer' };
    return { end: 'refused', message: words(error) };
  }
  void queryClient.invalidateQueries({ queryKey: volunteerKeys.all });
  return { end: 'acknowledged' };
}

/** The ledger, and the means to send: on opening, when the network returns, and every few seconds while anything waits. */
export function useOutbox(accountId: string) {
  const outbox = outboxOf(accountId);
  const ledger = useSyncExternalStore(outbox.subscribe, outbox.ledger, outbox.ledger);
  const flush = useCallback(() => void outbox.flush(), [outbox]);
  const anythingWaits = ledger.waiting > 0;

  useEffect(() => {
    const onChange = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) flush();
    };
    Taro.onNetworkStatusChange(onChange);
    flush();
    return () => Taro.offNetworkStatusChange(onChange);
  }, [flush]);

  useEffect(() => {
    if (!anythingWaits) return;
    const timer = setInterval(flush, retryEveryMs);
    return () => clearInterval(timer);
  }, [anythingWaits, flush]);

  return { outbox, ledger, sendNow: () => void outbox.sendNow() };
}
