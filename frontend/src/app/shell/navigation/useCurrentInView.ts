import { useEffect, useRef, type RefObject } from 'react';

/**
 * Scrolls a bar sideways until its current tab is in view, which matters on narrow screens.
 *
 * `changes`: a value that differs when the current tab or the width of the tabs may differ.
 */
export function useCurrentInView(changes: string): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = bar.current?.querySelector('[aria-current="page"]');
    if (!bar.current || !current) return;
    const [outer, inner] = [bar.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (inner.left < outer.left) bar.current.scrollLeft -= outer.left - inner.left;
    else if (inner.right > outer.right) bar.current.scrollLeft += inner.right - outer.right;
  }, [changes]);
  return bar;
}
