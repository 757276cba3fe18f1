/**
 * Returns the focus to what opened a dialog. Mantine does so when `opened` becomes false; most dialogs here are removed from the
 * tree instead, and often together with the button that opened them.
 */
import { useLayoutEffect } from 'react';

/** The element that opened a dialog and the elements around it, from the inside out; on the screen at `path`. */
type Opener = { path: string; around: Element[] };

const FOCUSABLE = 'a[href], button:not(:disabled), summary, [tabindex]:not(input, textarea, select)';
/** After Mantine's own return, after an effect that sets the focus, and after a change of the address. */
const DELAY = 25;

/** The opener of the dialog that was closed last, for a dialog that replaces it. */
let closed: Opener | null = null;

const nothingFocused = () => document.activeElement === null || document.activeElement === document.body;

function currentOpener(): Opener | null {
  const active = document.activeElement;
  if (active === null || nothingFocused()) return closed;
  // The entries of a menu disappear with it: its button stays.
  const menu = active.closest('[role="menu"], [role="dialog"]:not([aria-modal])');
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  const around: Element[] = [];
  for (let one: Element | null = button ?? active; one && one !== document.body; one = one.parentElement)
    around.push(one);
  return { path: location.pathname, around };
}

function tryFocus(element: Element): boolean {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  return document.activeElement === element;
}

/** The opener; where it is gone, the nearest element that takes the focus and is no field: the next key would be typed into it. */
function returnTo({ around }: Opener): void {
  const left = around.filter((one) => one.isConnected);
  if (left[0] && left[0] === around[0] && tryFocus(left[0])) return;
  for (const one of left) if ([...one.querySelectorAll(FOCUSABLE)].some(tryFocus)) return;
}

export function useReturnFocus(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const opener = currentOpener();
    return () => {
      closed = opener;
      setTimeout(() => {
        if (closed === opener) closed = null;
        // Something has the focus already, or the act led to another screen.
        if (opener?.path === location.pathname && nothingFocused()) returnTo(opener);
      }, DELAY);
    };
  }, [opened]);
}
