/** The queue of this seat: what waits, how to say something, and sending it by itself as soon as there is somebody to take it. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { boardQuery, move, report, tickerQuery } from '@/api/operations';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useLive } from '@/realtime/LiveProvider';
import { drain, keyOf, queueKey, settled, shelf, type Said, type Waiting } from './queue';

const AGAIN = 5_000;

type Spoken = Said extends infer One ? (One extends Said ? Omit<One, 'body'> & { body: Omit<One['body'], 'key' | 'occurred_at'> } : never) : never;
export type Queue = { all: readonly Waiting[]; say: (what: Spoken) => void; drop: (one: Waiting) => void; forget: () => void; kept: boolean };

const QueueContext = createContext<Queue | null>(null);
export const QueueProvider = QueueContext.Provider;

export function useQueue(): Queue {
  const queue = use(QueueContext);
  if (!queue) throw new Error('useQueue outside of a queue');
  return queue;
}

/** One for a screen: its parts read it with `useQueue`. */
export function useOwnQueue(): Queue {
  const { jit, seat } = useTeam();
  const { state } = useLive();
  const queries = useQueryClient();
  const key = queueKey(jit.id, seat.code);
  const queue = useMemo(() => shelf(() => localStorage, key), [key]);
  const [all, setAll] = useState(queue.read);
  const [kept, setKept] = useState(true);
  const sending = useRef(false);
  const waiting = all.some((one) => !one.refused);

  const put = useCallback((next: Waiting[]) => {
    setKept(queue.write(next));
    setAll(next);
  }, [queue]);

  const deliver = useCallback(async (one: Said) => {
    const path = { jit: jit.id, operation: one.operation };
    // The answer is shown at once; the channel then tells of it like of everything else.
    if (one.what === 'move') {
      const now = await move(jit.id, one.operation, one.action, one.body);
      queries.setQueryData(boardQuery(jit.id, one.operation).queryKey, (page) => page && { ...page, items: page.items.map((other) => (other.id === now.id ? now : other)) });
    } else {
      const now = await report(jit.id, one.operation, one.body);
      queries.setQueryData(tickerQuery(jit.id, one.operation).queryKey, (page) => page && { ...page, items: [now, ...page.items.filter(({ id }) => id !== now.id)] });
    }
    void queries.invalidateQueries({ queryKey: one.what === 'move' ? keys.board(path.jit, path.operation) : keys.ticker(path.jit, path.operation) });
  }, [jit.id, queries]);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      // Of two windows one sends; the key of each would keep it from being taken twice all the same.
      await navigator.locks.request(key, async () => {
        await drain(queue.read(), deliver, (one, refused) => put(settled(queue.read(), one, refused)));
      });
    } finally {
      sending.current = false;
    }
  }, [deliver, key, put, queue]);

  useEffect(() => {
    if (!waiting) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN);
    const now = () => void send();
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [send, state, waiting, all.length]);

  useEffect(() => {
    const changed = (event: StorageEvent) => { if (event.key === key) setAll(queue.read()); };
    addEventListener('storage', changed);
    return () => removeEventListener('storage', changed);
  }, [key, queue]);

  const say = useCallback((what: Spoken) => {
    const body = { ...what.body, key: crypto.randomUUID(), occurred_at: new Date().toISOString() };
    put([...queue.read(), { ...what, body, refused: null } as Waiting]);
  }, [put, queue]);
  const drop = useCallback((one: Waiting) => put(queue.read().filter((other) => keyOf(other) !== keyOf(one))), [put, queue]);
  const forget = useCallback(() => put([]), [put]);
  return { all, say, drop, forget, kept };
}
