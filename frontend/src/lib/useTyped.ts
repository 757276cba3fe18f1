import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/**
 * The words in a search field, and what is typed into it: asked for without spaces around them once nobody has typed for `wait`.
 * The address says them back later, maybe while more is typed: that leaves the field alone. What comes from elsewhere (back, a
 * link, cleared filters) is written into it.
 */
export function useTyped(
  q: string | undefined,
  onAsk: (q: string | undefined) => void,
  wait: number,
): [string, (words: string) => void] {
  const given = q ?? '';
  const [text, setText] = useState(given);
  // Asked for here and not yet said back; several, where the address is slow.
  const asked = useRef<string[]>([]);
  const last = useRef(given);
  const ask = useDebouncedCallback((words: string) => {
    const wanted = words.trim();
    // Nothing would be said back.
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
