import { useEffect, useState, type KeyboardEvent } from 'react';
import type { EvidenceSummary } from '@/api/views';

type Options = {
  exhibits: readonly EvidenceSummary[];
  start: number;
  memory: string;
  onTop: () => void;
  onOpen: (exhibit: EvidenceSummary) => void;
  onToggle: (exhibit: EvidenceSummary) => void;
  reveal: (index: number) => void;
  page: number;
};

/** The exhibit that was active last, by list, to return to it. */
const remembered = new Map<string, string>();

/**
 * Arrows, page keys, Home, End, Space and Enter in the list. The active row is kept by exhibit, not by place: rows move.
 * `start`: how many rows stand before the first of `exhibits`.
 */
export function useGridKeys({ exhibits, start, memory, onTop, onOpen, onToggle, reveal, page }: Options) {
  const [chosen, setChosen] = useState<string | null>(() => remembered.get(memory) ?? null);
  const found = exhibits.findIndex(({ id }) => id === chosen);
  const active = found >= 0 ? found : 0;
  useEffect(() => {
    if (chosen) remembered.set(memory, chosen);
  }, [chosen, memory]);

  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), exhibits.length - 1);
    setChosen(exhibits[next]?.id ?? null);
    reveal(start + next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: exhibits.length - 1,
    };
    const target = steps[event.key];
    const exhibit = exhibits[active];
    if (event.target instanceof Element && event.target.closest('[role=columnheader]')) return;
    if (event.key === 'Home' && start > 0) {
      event.preventDefault();
      setChosen(null);
      onTop();
    } else if (target !== undefined) {
      event.preventDefault();
      go(target);
    } else if (event.key === ' ' && exhibit && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      onToggle(exhibit);
    } else if (event.key === 'Enter' && exhibit) {
      event.preventDefault();
      onOpen(exhibit);
    }
  };
  return { active, choose: setChosen, onKeyDown };
}
