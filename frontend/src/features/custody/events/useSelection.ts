/** Selecting a part of the drawing with the pointer. */
import { useState, type PointerEvent } from 'react';

/** Shorter movements are clicks. */
const CLICK = 6;

type Handlers = {
  onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerUp: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerCancel: () => void;
};

export function useSelection(
  left: number,
  right: number,
  onSelected: (from: number, until: number) => void,
): { from: number | null; until: number; handlers: Handlers } {
  const [part, setPart] = useState<{ from: number; until: number } | null>(null);
  const place = (event: PointerEvent<SVGSVGElement>) =>
    Math.min(Math.max(event.clientX - event.currentTarget.getBoundingClientRect().left, left), right);
  return {
    from: part && Math.abs(part.until - part.from) >= CLICK ? part.from : null,
    until: part?.until ?? 0,
    handlers: {
      onPointerDown: (event) => {
        // A finger scrolls the page; the strip below selects a period there.
        if (event.pointerType === 'mouse' && event.button === 0) setPart({ from: place(event), until: place(event) });
      },
      onPointerMove: (event) => {
        if (part) setPart({ ...part, until: place(event) });
      },
      onPointerUp: () => {
        if (part && Math.abs(part.until - part.from) >= CLICK) {
          onSelected(Math.min(part.from, part.until), Math.max(part.from, part.until));
        }
        setPart(null);
      },
      onPointerCancel: () => setPart(null),
    },
  };
}
