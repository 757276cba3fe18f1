/** What is being entered, on the disk with every change: a telephone ends a page to open its camera. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { getJson, putJson, remove } from './kept';
import type { Draft } from './thing';

type Change = Draft | ((before: Partial<Draft> | null) => Draft);

/** `kept`: its photographs are the thing's now; `dropped`: they go with it. What is the same for the next thing is offered again. */
export function useDraft(jit: string): [Draft | null, (to: Change) => void, (why: 'kept' | 'dropped') => Promise<void>] {
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
  const change = useCallback((to: Change) => {
    const next = typeof to === 'function' ? to(before.current) : to;
    show(next);
    written.current = written.current.then(() => putJson('notes', name, next), () => putJson('notes', name, next));
  }, [name, show]);
  const drop = useCallback(async (why: 'kept' | 'dropped') => {
    const last = latest.current;
    if (last) before.current = { place: last.place, fromWhom: last.fromWhom, legalBasis: last.legalBasis };
    show(null);
    await written.current.catch(() => undefined);
    await remove('notes', name);
    if (why === 'dropped') for (const { id } of last?.photos ?? []) await remove('photos', id);
  }, [name, show]);
  return [draft, change, drop];
}
