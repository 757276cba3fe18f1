import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Where each list was scrolled to, while the page lives. */
const offsets = new Map<string, number>();

/**
 * Keeps what is being read where it is: rows that arrive or go above move the scroll by their height, except at the very
 * top, where the newest shall show. Restores the place when one comes back.
 */
export function useSteadyScroll(scroll: RefObject<HTMLElement | null>, rows: readonly { id: string }[], height: number, memory: string): void {
  const anchor = useRef<{ id: string; index: number } | null>(null);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    element.scrollTop = offsets.get(memory) ?? 0;
    return () => void offsets.set(memory, element.scrollTop);
  }, [scroll, memory]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const before = anchor.current;
    if (before && element.scrollTop > 0) {
      const now = rows.findIndex(({ id }) => id === before.id);
      if (now >= 0 && now !== before.index) element.scrollTop += (now - before.index) * height;
    }
    const note = () => {
      const index = Math.floor(element.scrollTop / height);
      const row = rows[index];
      anchor.current = row ? { id: row.id, index } : null;
      offsets.set(memory, element.scrollTop);
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroll, rows, height, memory]);
}
