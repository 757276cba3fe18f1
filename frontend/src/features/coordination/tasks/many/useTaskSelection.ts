/** Tasks that are selected in the list. Shift selects all between the last one and this one. */
import { useRef, useState } from 'react';
import type { TaskView } from '@/api/views';

export type TaskSelection = {
  ids: ReadonlySet<string>;
  toggle: (id: string, range: boolean) => void;
};

/** Several changes in one request; more are refused by the server. */
export const MOST = 100;

/** The ids from one task of the list to another, in either direction. Pure. */
export function between(shown: readonly string[], one: string, other: string): string[] {
  const ends = [shown.indexOf(one), shown.indexOf(other)];
  return ends.includes(-1) ? [other] : shown.slice(Math.min(...ends), Math.max(...ends) + 1);
}

export function useTaskSelection(tasks: readonly TaskView[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const shown = tasks.map(({ id }) => id);
  const toggle = (id: string, range: boolean) => {
    const ids = range && last.current ? between(shown, last.current, id) : [id];
    last.current = id;
    setChosen((before) => {
      const next = new Set(before);
      for (const one of ids) {
        if (before.has(id)) next.delete(one);
        else next.add(one);
      }
      return next;
    });
  };
  return {
    ids: chosen,
    toggle,
    tasks: tasks.filter(({ id }) => chosen.has(id)),
    all: () => setChosen(new Set(shown)),
    keep: (ids: readonly string[]) => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}
