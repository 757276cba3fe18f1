import { useCallback, useRef } from 'react';

const NONE = { words: '', key: '' };

/** Returns the same idempotency key while the content is the same, so that a repeated request is done once. */
export function useSendingKey(): (form: object) => string {
  const last = useRef(NONE);
  return useCallback((form) => {
    const words = JSON.stringify(form);
    if (words !== last.current.words) last.current = { words, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
