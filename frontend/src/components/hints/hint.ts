import type { PointerEvent } from 'react';

/** A text on hover and focus for many elements: an attribute here, one layer for the page (HintLayer). */
export const hint = (text: string | null | undefined): { 'data-hint'?: string } => (text ? { 'data-hint': text } : {});

/** The same for texts that are expensive to make: they are made on demand. */
export const lazyHint = (make: () => string): { onPointerOver: (event: PointerEvent<HTMLElement>) => void } => ({
  onPointerOver: ({ currentTarget }) => currentTarget.setAttribute('data-hint', make()),
});
