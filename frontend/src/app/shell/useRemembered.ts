import { useState } from 'react';

/** A switch of the layout that this browser remembers. Never for anything of a case. */
export function useRemembered(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => {
    try {
      return (localStorage.getItem(name) ?? String(initial)) === 'true';
    } catch {
      return initial;
    }
  });
  const set = (next: boolean) => {
    setValue(next);
    try {
      localStorage.setItem(name, String(next));
    } catch {
      // A browser that keeps nothing simply forgets it.
    }
  };
  return [value, set];
}
