import { useCallback, useMemo, useRef } from 'react';

/** The idempotency key of a request, and the time of its first attempt. */
export type Sending = { key: string; at: string };
const NONE = { words: '', key: '', at: '' };

/**
 * Returns the same key and time while the content is the same, so that a repeated request is done once; new ones after
 * `taken`.
 */
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

/** Returns the key alone, for content with its own time. */
export function useSendingKey(): (form: object) => string {
  const { of } = useSending();
  return useCallback((form: object) => of(form).key, [of]);
}
