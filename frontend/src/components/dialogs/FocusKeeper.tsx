/**
 * Whoever closes a dialog stands again where they stood before it. Mantine's own `returnFocus` sees a dialog turn from closed to
 * open and back; nearly all here are drawn open and taken away whole, so one for the page does it.
 */
import { useEffect } from 'react';
import { MODAL, standingDialogs } from '@/lib/dialogs';

/** Where one stood last, on a screen: the last first. */
type Stood = { path: string; places: HTMLElement[] };

const TAKES_FOCUS = 'a[href], button, input, select, textarea, summary, [tabindex]';
const TYPED_INTO = 'input, textarea, select';
const KEPT = 8;
/** Later than Mantine's own, than an effect that sets the focus, and than a change of the address. */
const DELAY = 25;

const nowhere = () => document.activeElement === null || document.activeElement === document.body;
const holdsDialog = (node: Node) =>
  node instanceof Element && (node.matches(MODAL) || node.querySelector(MODAL) !== null);

/** Tried in turn: what opened the dialog may be gone after the act. Not an earlier field: the next key would be typed into it. */
function goBack({ places }: Stood) {
  for (const [at, place] of places.entries()) {
    if (!place.isConnected || (at > 0 && place.matches(TYPED_INTO))) continue;
    place.focus({ preventScroll: true });
    if (document.activeElement === place) return;
  }
}

export function FocusKeeper() {
  useEffect(() => {
    // By the dialog in which one stood, or the page below: of two dialogs the upper one may close alone.
    const stood = new WeakMap<Element, Stood>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (event: Event) => {
      if (!(event.target instanceof Element)) return;
      const dialog = event.target.closest(MODAL);
      // The entries of a menu go with it, and its button was noted before them. A dialog's backdrop is no place to stand.
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
      // Somebody stands somewhere already, or the act led to another screen.
      if (last?.path === location.pathname && nowhere()) goBack(last);
    };
    const watch = new MutationObserver((changes) => {
      if (!nowhere() || !changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog))) return;
      clearTimeout(timer);
      timer = setTimeout(back, DELAY);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    // Some browsers do not focus a button that is clicked. Before React hears of it, and opens the dialog.
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
