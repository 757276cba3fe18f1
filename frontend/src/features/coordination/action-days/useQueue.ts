/** The member's queue: waiting and refused entries, and how to add one. Not here: sending it (QueueSender.tsx). */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useTeam } from '@/api/team';
import { of, outbox, remove, say as sayAs, wipe, type Desk, type Said, type Waiting } from './queue';

type Spoken = Said extends infer One
  ? One extends Said
    ? Omit<One, 'body'> & { body: Omit<One['body'], 'key' | 'occurred_at'> }
    : never
  : never;
export type Queue = {
  desk: Desk;
  all: readonly Waiting[];
  say: (what: Spoken) => void;
  drop: (one: Waiting) => void;
  forget: () => Promise<void>;
  kept: boolean;
};

export function useQueue(): Queue {
  const { jit, seat } = useTeam();
  const desk = useMemo(() => ({ jit: jit.id, seat: seat.code }), [jit.id, seat.code]);
  const everyone = useSyncExternalStore(outbox.subscribe, outbox.read);
  const kept = useSyncExternalStore(outbox.subscribe, outbox.kept);
  const all = useMemo(() => of(everyone, desk), [everyone, desk]);
  const say = useCallback(
    (what: Spoken) => {
      const body = { ...what.body, key: crypto.randomUUID(), occurred_at: new Date().toISOString() };
      void sayAs(desk, { ...what, body } as Said);
    },
    [desk],
  );
  const drop = useCallback((one: Waiting) => void remove(one), []);
  const forget = useCallback(() => wipe([desk]), [desk]);
  return { desk, all, say, drop, forget, kept };
}
