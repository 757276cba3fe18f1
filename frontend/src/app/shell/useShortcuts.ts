/** Keys that lead somewhere: g and a letter, f for the live panel, b for what concerns one, ? for this list. Never while something is typed or a dialogue is open. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** How long after g the second key is waited for, in milliseconds. */
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

export function useShortcuts({
  jit,
  onFeed,
  onBell,
  onHelp,
}: {
  jit: string;
  onFeed: () => void;
  onBell: () => void;
  onHelp: () => void;
}): void {
  const navigate = useNavigate();
  const chord = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
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
  }, [jit, navigate, onFeed, onBell, onHelp]);
}
