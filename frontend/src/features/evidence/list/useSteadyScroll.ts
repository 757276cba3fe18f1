import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The scroll position of each list while the page is open. */
const offsets = new Map<string, number>();

type Steady = { arrived: number; toTop: () => void };

/**
 * Keeps what is being read where it is: rows that arrive or go above move the scroll by their height, except at the very
 * top, where the newest shall show. `arrived`: how many came above since the top was last seen. `start`: how many rows
 * stand before the first that is loaded. Restores the place when one comes back.
 */
export function useSteadyScroll(
  scroll: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  start: number,
  height: number,
  memory: string,
): Steady {
  const anchor = useRef<{ id: string; index: number } | null>(null);
  const loaded = useRef<ReadonlySet<string>>(new Set());
  const [arrived, setArrived] = useState(0);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    element.scrollTop = offsets.get(memory) ?? 0;
    setArrived(0);
    anchor.current = null;
    return () => void offsets.set(memory, element.scrollTop);
  }, [scroll, memory]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const before = anchor.current;
    if (before && element.scrollTop > 0) {
      const place = rows.findIndex(({ id }) => id === before.id);
      if (place >= 0 && start + place !== before.index) {
        element.scrollTop += (start + place - before.index) * height;
        // Only what is new above in the list itself, not a page that was fetched again on the way up.
        const fresh = start === 0 ? rows.slice(0, place).filter(({ id }) => !loaded.current.has(id)).length : 0;
        if (fresh > 0 && start + place > before.index) setArrived((count) => count + fresh);
      }
    }
    loaded.current = new Set(rows.map(({ id }) => id));
    const note = () => {
      const index = Math.floor(element.scrollTop / height);
      const row = rows[index - start];
      anchor.current = row ? { id: row.id, index } : null;
      offsets.set(memory, element.scrollTop);
      if (element.scrollTop === 0) setArrived(0);
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroll, rows, start, height, memory]);

  const toTop = () => {
    if (scroll.current) scroll.current.scrollTop = 0;
    setArrived(0);
  };
  return { arrived, toTop };
}
