/** The queue of this seat: what waits, what was refused, and how to say something. Not here: sending it (Sending.tsx). */
import { useCallback, useSyncExternalStore } from 'react';
import { useTeam } from '@/api/team';
import { keyOf, queueAt, queueKey, type Said, type Shelf, type Waiting } from './queue';

type Spoken = Said extends infer One
  ? One extends Said
    ? Omit<One, 'body'> & { body: Omit<One['body'], 'key' | 'occurred_at'> }
    : never
  : never;
export type Queue = {
  all: readonly Waiting[];
  say: (what: Spoken) => void;
  drop: (one: Waiting) => void;
  forget: () => void;
  kept: boolean;
};

/** Its key on this device, and what stands under it. */
export function useShelf(): { key: string; shelf: Shelf; all: readonly Waiting[] } {
  const { jit, seat } = useTeam();
  const key = queueKey(jit.id, seat.code);
  const shelf = queueAt(key);
  return { key, shelf, all: useSyncExternalStore(shelf.subscribe, shelf.read) };
}

export function useQueue(): Queue {
  const { shelf, all } = useShelf();
  const kept = useSyncExternalStore(shelf.subscribe, shelf.kept);
  const say = useCallback(
    (what: Spoken) => {
      const body = { ...what.body, key: crypto.randomUUID(), occurred_at: new Date().toISOString() };
      shelf.write([...shelf.read(), { ...what, body, refused: null } as Waiting]);
    },
    [shelf],
  );
  const drop = useCallback(
    (one: Waiting) => void shelf.write(shelf.read().filter((other) => keyOf(other) !== keyOf(one))),
    [shelf],
  );
  const forget = useCallback(() => void shelf.write([]), [shelf]);
  return { all, say, drop, forget, kept };
}
