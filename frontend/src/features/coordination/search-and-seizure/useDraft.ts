/** The item being entered, stored on the device with each change: a telephone may end the page to open its camera. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { getJson, putJson, remove } from '@/api/outbox/records';
import type { Draft } from './queue/thing';

/** What changes of it: said of what stands by then, for a position or a photograph comes later than it was asked for. */
export type Change = Partial<Draft> | ((now: Draft) => Partial<Draft>);
type Kept = {
  draft: Draft | null;
  begin: (make: (before: Partial<Draft> | null) => Draft) => void;
  change: (to: Change) => void;
  drop: (why: 'kept' | 'dropped') => Promise<void>;
};

/** `kept`: its photographs are the thing's now; `dropped`: they go with it. What is the same for the next thing is offered again. */
export function useDraft(jit: string): Kept {
  const [draft, setDraft] = useState<Draft | null>(null);
  const before = useRef<Partial<Draft> | null>(null);
  const latest = useRef<Draft | null>(null);
  /** One after the other: what was typed last stays, and what is dropped does not come back. */
  const written = useRef(Promise.resolve());
  const name = `draft/${jit}`;
  const show = useCallback((next: Draft | null) => {
    latest.current = next;
    setDraft(next);
  }, []);
  useEffect(() => {
    void getJson<Draft>('notes', name).then((found) => {
      if (found && !latest.current) show(found);
    });
  }, [name, show]);
  const put = useCallback(
    (next: Draft) => {
      show(next);
      written.current = written.current.then(
        () => putJson('notes', name, next),
        () => putJson('notes', name, next),
      );
    },
    [name, show],
  );
  const begin = useCallback((make: (before: Partial<Draft> | null) => Draft) => put(make(before.current)), [put]);
  // Changes that arrive after saving or dropping have no effect.
  const change = useCallback(
    (to: Change) => {
      const now = latest.current;
      if (now) put({ ...now, ...(typeof to === 'function' ? to(now) : to) });
    },
    [put],
  );
  const drop = useCallback(
    async (why: 'kept' | 'dropped') => {
      const last = latest.current;
      if (last) before.current = { place: last.place, fromWhom: last.fromWhom, legalBasis: last.legalBasis };
      show(null);
      await written.current.catch(() => undefined);
      await remove('notes', name);
      if (why === 'dropped') for (const { id } of last?.photos ?? []) await remove('photos', id);
    },
    [name, show],
  );
  return { draft, begin, change, drop };
}
