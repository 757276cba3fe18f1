import type { PointerEvent } from 'react';

/** Words on hover and focus, for hundreds of marks at once: an attribute here, one layer for the whole page (HintLayer). */
export const hint = (text: string | null | undefined): { 'data-hint'?: string } => (text ? { 'data-hint': text } : {});

/** The same where making the words costs more than drawing the mark: they are made when somebody asks. */
export const lazyHint = (make: () => string): { onPointerOver: (event: PointerEvent<HTMLElement>) => void } => ({
  onPointerOver: ({ currentTarget }) => currentTarget.setAttribute('data-hint', make()),
});
