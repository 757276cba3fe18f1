import { useCallback, useMemo, useRef } from 'react';

/** The key under which something is sent, and the moment at which it was first said. */
export type Sending = { key: string; at: string };
const NONE = { words: '', key: '', at: '' };

/** Both are the same while the words are, so that what is sent again after no answer came is done once; and new once it was `taken`. */
export function useSending(): { of: (form: object) => Sending; taken: () => void } {
  const last = useRef(NONE);
  return useMemo(
    () => ({
      of: (form) => {
        const words = JSON.stringify(form);
        if (words !== last.current.words)
          last.current = { words, key: crypto.randomUUID(), at: new Date().toISOString() };
        const { key, at } = last.current;
        return { key, at };
      },
      taken: () => {
        last.current = NONE;
      },
    }),
    [],
  );
}

/** The key alone, for what says its moment itself. */
export function useSendingKey(): (form: object) => string {
  const { of } = useSending();
  return useCallback((form: object) => of(form).key, [of]);
}
