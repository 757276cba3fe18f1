import { useEffect, useRef, useState, type RefObject } from 'react';

/** Returns the keys of rows (`data-row`) on the screen or near it; updated when scrolling stops. */
export function useVisible(list: RefObject<HTMLElement | null>, keys: readonly string[]): ReadonlySet<string> {
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set());
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (!list.current) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const key = (target as HTMLElement).dataset['row'] ?? '';
          if (isIntersecting) seen.current.add(key);
          else seen.current.delete(key);
        }
        clearTimeout(resting);
        resting = setTimeout(() => setVisible(new Set(seen.current)), 120);
      },
      { rootMargin: '100px' },
    );
    seen.current.clear();
    for (const row of list.current.querySelectorAll('[data-row]')) observer.observe(row);
    return () => {
      clearTimeout(resting);
      observer.disconnect();
    };
  }, [list, keys]);
  return visible;
}
