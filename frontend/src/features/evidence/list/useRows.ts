import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Rows drawn beyond what is seen, so that scrolling never shows a gap. */
const MARGIN = 8;

type Rows = { first: number; last: number; reveal: (index: number) => void };

/** Which rows of a fixed height are drawn, of all there are. `head` is what sticks to the top of the scroll, in pixels. */
export function useRows(scroll: RefObject<HTMLElement | null>, height: number, head: number): Rows {
  const [range, setRange] = useState({ first: 0, last: 24 });
  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / height) - MARGIN);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + MARGIN;
      // A few rows at a time: most scroll events change nothing that is drawn.
      setRange((before) =>
        Math.abs(before.first - first) < 4 && Math.abs(before.last - last) < 4 && first !== 0
          ? before
          : before.first === first && before.last === last
            ? before
            : { first, last },
      );
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroll, height]);
  const reveal = useCallback(
    (index: number) => {
      const element = scroll.current;
      if (!element) return;
      const top = index * height;
      const room = element.clientHeight - head - height;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
    },
    [scroll, height, head],
  );
  return { ...range, reveal };
}
