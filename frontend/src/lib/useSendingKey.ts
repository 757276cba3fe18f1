import { useCallback, useRef } from 'react';

/** The key for what is sent: the same while the words are, so that what is sent again after no answer came is done once. */
export function useSendingKey(): (form: object) => string {
  const last = useRef({ words: '', key: '' });
  return useCallback((form: object) => {
    const words = JSON.stringify(form);
    if (words !== last.current.words) last.current = { words, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
