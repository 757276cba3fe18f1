import { useState } from 'react';

/** A layout setting that this browser remembers. Never used for case data. */
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
      // Storage is not available: the setting is not remembered.
    }
  };
  return [value, set];
}
