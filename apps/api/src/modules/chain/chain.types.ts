/** What is recorded in a round's chain. */
export const CHAIN_EVENT_KINDS = [
  'open',
  'ballot',
  'supersede',
  'withdraw',
  'approve',
  'return',
  'reject',
  'case',
  'settle',
  'close',
  'announce',
  'void',
] as const;
export type ChainEventKind = (typeof CHAIN_EVENT_KINDS)[number];

/** An event as anyone may read it. */
export interface ChainEventRow {
  seq: number;
  kind: ChainEventKind;
  payload: Record<string, unknown>;
  at: Date;
  previousHash: string;
  hash: string;
}

/** How long a chain is and the hash of its last event. */
export interface ChainHead {
  count: number;
  head: string;
}

/** What stands before the first event. */
export const NOTHING_BEFORE = '0'.repeat(64);
