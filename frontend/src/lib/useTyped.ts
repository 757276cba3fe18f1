import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/**
 * The text of a search field: trimmed and applied after no key was pressed for `wait` ms. When the address repeats it,
 * the field is left alone, because the user may have typed more. A value from elsewhere (back, a link, cleared filters)
 * replaces it.
 */
export function useTyped(
  q: string | undefined,
  onAsk: (q: string | undefined) => void,
  wait: number,
): [string, (words: string) => void] {
  const given = q ?? '';
  const [text, setText] = useState(given);
  // Values that were applied and not yet repeated by the address; several if it is slow.
  const asked = useRef<string[]>([]);
  const last = useRef(given);
  const ask = useDebouncedCallback((words: string) => {
    const wanted = words.trim();
    // The value is unchanged, so the address will not repeat it.
    if (wanted === given && asked.current.length === 0) return;
    asked.current.push(wanted);
    onAsk(wanted || undefined);
  }, wait);
  useEffect(() => {
    if (given === last.current) return;
    last.current = given;
    const own = asked.current.lastIndexOf(given);
    asked.current = own < 0 ? [] : asked.current.slice(own + 1);
    if (own >= 0) return;
    ask.cancel();
    setText(given);
  }, [given, ask]);
  const type = (words: string) => {
    setText(words);
    ask(words);
  };
  return [text, type];
}
