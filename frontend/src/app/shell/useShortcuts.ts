/**
 * Keyboard shortcuts: Ctrl K for the palette, g and a letter for a screen, f for the activity, b for notifications, ?
 * for the help. Single keys do nothing while the user types or a dialog is open.
 */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Milliseconds to wait for the second key after g. */
const CHORD = 1500;

export const PLACES = {
  s: '/jits/$jit',
  e: '/jits/$jit/evidence',
  k: '/jits/$jit/tasks',
  c: '/jits/$jit/messages',
  m: '/jits/$jit/members',
  a: '/jits/$jit/audit',
  t: '/teams',
} as const;

function elsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  return Boolean(
    target?.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ),
  );
}

const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;

type Keys = { jit: string; onFeed: () => void; onBell: () => void; onHelp: () => void; onPalette: () => void };

export function useShortcuts({ jit, onFeed, onBell, onHelp, onPalette }: Keys): void {
  const navigate = useNavigate();
  const chord = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        // A dialog keeps its input: the palette does not open above it.
        event.preventDefault();
        if (document.querySelector('[aria-modal="true"]') === null) onPalette();
        return;
      }
      if (elsewhere(event)) return;
      const second = Date.now() - chord.current < CHORD;
      chord.current = 0;
      if (second && event.key in PLACES) {
        event.preventDefault();
        const to = PLACES[event.key as keyof typeof PLACES];
        void (to === '/teams' ? navigate({ to }) : navigate({ to, params: { jit }, search: {} }));
      } else if (event.key === 'g') chord.current = Date.now();
      else if (event.key === 'f') onFeed();
      else if (event.key === 'b') onBell();
      else if (event.key === '?') onHelp();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [jit, navigate, onFeed, onBell, onHelp, onPalette]);
}
