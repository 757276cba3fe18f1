/**
 * Uploads under way, outside React: they go on while one turns from screen to screen. Two at a time, the others wait.
 * Here: the list and its order. Not here: the transfer itself (transfer.ts).
 */
import { useSyncExternalStore } from 'react';
import { onOtherOwner } from '@/api/owner';
import { transfer, type Transfer } from './transfer';
import type { Asked, State, Upload } from './upload';

const AT_ONCE = 2;
export const ENDED: ReadonlySet<State> = new Set([
  'done',
  'hash_differs',
  'refused',
  'signedOut',
  'expired',
  'quota',
  'full',
  'failed',
  'cancelled',
]);
/** Ended, and yet the page still holds the file: one press goes on where the upload stood. */
export const RESUMABLE: ReadonlySet<State> = new Set(['paused', 'failed', 'full', 'quota', 'signedOut', 'expired']);
const BUSY: ReadonlySet<State> = new Set(['starting', 'sending', 'retrying']);

let list: readonly Upload[] = [];
const transfers = new Map<string, Transfer>();
const listeners = new Set<() => void>();
let ended: ((upload: Upload) => void) | null = null;

function publish(next: readonly Upload[]) {
  list = next;
  for (const listener of listeners) listener();
}

function change(key: string, to: Partial<Upload>) {
  if (!list.some((one) => one.key === key)) return; // forgotten or dismissed meanwhile
  publish(list.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const now = list.find((one) => one.key === key);
  if (now && to.state && ENDED.has(to.state)) {
    ended?.(now);
    advance();
  }
}

function advance() {
  const free = AT_ONCE - list.filter(({ state }) => BUSY.has(state)).length;
  for (const one of list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
    change(one.key, { state: 'starting' });
    void transfers.get(one.key)?.start();
  }
}

function leaving(event: BeforeUnloadEvent) {
  event.preventDefault();
}

function guard() {
  const busy = list.some(({ state }) => !ENDED.has(state));
  if (busy) addEventListener('beforeunload', leaving);
  else removeEventListener('beforeunload', leaving);
}
listeners.add(guard);

export const uploads = {
  add(asked: Asked): void {
    const { file, name = file.name, ...rest } = asked;
    const key = crypto.randomUUID();
    publish([
      ...list,
      {
        ...rest,
        key,
        name,
        size: file.size,
        state: 'waiting',
        sent: 0,
        meter: null,
        code: '',
        detail: '',
        fileId: null,
        anew: false,
      },
    ]);
    transfers.set(
      key,
      transfer(asked, (to) => change(key, to)),
    );
    advance();
  },
  pause(key: string): void {
    void transfers.get(key)?.pause();
    change(key, { state: 'paused', meter: null });
    advance();
  },
  resume(key: string): void {
    change(key, { state: 'waiting' });
    advance();
  },
  async cancel(key: string): Promise<void> {
    await transfers.get(key)?.cancel();
    change(key, { state: 'cancelled' });
  },
  dismiss(key: string): void {
    transfers.delete(key);
    publish(list.filter((one) => one.key !== key));
  },
  clear(): void {
    publish(list.filter(({ state }) => !ENDED.has(state)));
  },
  /** Nothing of one account is left for the next: all of it stops, and what has arrived waits on the server. How many were under way. */
  forget(): number {
    const busy = list.filter(({ state }) => !ENDED.has(state)).length;
    for (const one of transfers.values()) void one.pause();
    transfers.clear();
    publish([]);
    return busy;
  },
  onEnded(listener: (upload: Upload) => void): () => void {
    ended = listener;
    return () => (ended = null);
  },
};

onOtherOwner(() => uploads.forget());

/** Whether the upload goes on, or has just delivered what the exhibit does not show as complete yet. */
export const isUnderWay = ({ state }: Pick<Upload, 'state'>): boolean => state === 'done' || !ENDED.has(state);

/** Whether the upload sends this file. The server may announce a file before this page learns its id. */
export const sendsFile = (
  upload: Upload,
  evidence: string,
  { id, name, size_bytes }: { id: string; name: string; size_bytes: number },
): boolean =>
  upload.fileId === id ||
  (upload.fileId === null &&
    upload.continues === undefined &&
    !ENDED.has(upload.state) &&
    upload.evidence === evidence &&
    upload.name === name &&
    upload.size === size_bytes) ||
  (upload.continues === id && !ENDED.has(upload.state));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useUploads = (): readonly Upload[] => useSyncExternalStore(subscribe, () => list);
