/**
 * Returns the focus after a dialog closes. Mantine's `returnFocus` needs a dialog that changes from closed to open;
 * nearly all dialogs here are mounted open and unmounted, so one component does it for the page.
 */
import { useEffect } from 'react';
import { MODAL, standingDialogs } from '@/lib/dialogs';

/** The elements that had the focus, the last one first. */
type Stood = { path: string; places: HTMLElement[] };

const TAKES_FOCUS = 'a[href], button, input, select, textarea, summary, [tabindex]';
const TYPED_INTO = 'input, textarea, select';
const KEPT = 8;
/** Later than Mantine's own handling, effects that set the focus, and navigation. */
const DELAY = 25;

const nowhere = () => document.activeElement === null || document.activeElement === document.body;
const holdsDialog = (node: Node) =>
  node instanceof Element && (node.matches(MODAL) || node.querySelector(MODAL) !== null);

/**
 * Candidates in order: the element that opened the dialog can be gone. Never an earlier field, because the next key
 * would be typed into it.
 */
function goBack({ places }: Stood) {
  for (const [at, place] of places.entries()) {
    if (!place.isConnected || (at > 0 && place.matches(TYPED_INTO))) continue;
    place.focus({ preventScroll: true });
    if (document.activeElement === place) return;
  }
}

export function FocusKeeper() {
  useEffect(() => {
    // Within the dialog that had the focus, or the page below: the upper of two dialogs can close alone.
    const stood = new WeakMap<Element, Stood>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (event: Event) => {
      if (!(event.target instanceof Element)) return;
      const dialog = event.target.closest(MODAL);
      // Entries of a menu disappear with it; its button was noted before. The backdrop of a dialog is no target.
      if (!dialog && event.target.closest('[data-portal]')) return;
      const level = dialog ?? document.body;
      const place = event.target.closest<HTMLElement>(TAKES_FOCUS);
      const path = location.pathname;
      const before = stood.get(level);
      const earlier =
        place && before?.path === path ? before.places.filter((one) => one !== place && one.isConnected) : [];
      stood.set(level, { path, places: place ? [place, ...earlier].slice(0, KEPT) : [] });
    };
    const back = () => {
      const last = stood.get(standingDialogs().at(-1) ?? document.body);
      // Another element has the focus already, or the action led to another screen.
      if (last?.path === location.pathname && nowhere()) goBack(last);
    };
    const watch = new MutationObserver((changes) => {
      if (!nowhere() || !changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog))) return;
      clearTimeout(timer);
      timer = setTimeout(back, DELAY);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    // Some browsers do not focus a clicked button. Runs before React opens the dialog.
    document.addEventListener('click', note, true);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('click', note, true);
    };
  }, []);
  return null;
}
