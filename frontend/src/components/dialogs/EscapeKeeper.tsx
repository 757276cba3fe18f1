/**
 * Makes Escape close only the uppermost dialog. Each Mantine dialog listens on the window; Mantine's `Modal.Stack`
 * needs all dialogs to be registered beforehand, and hides the lower ones.
 */
import { useEffect } from 'react';
import { standingDialogs } from '@/lib/dialogs';

const CLOSE = '.mantine-Modal-close, .mantine-Drawer-close';

export function EscapeKeeper() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const [upper, below] = standingDialogs().reverse();
      if (event.key !== 'Escape' || event.isComposing || !upper || !below) return;
      // An open list in a field closes first; it is recognised by Mantine's attribute.
      if (event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true')
        return;
      event.stopImmediatePropagation();
      upper.querySelector<HTMLElement>(CLOSE)?.click();
    };
    // Before the listeners of dialogs, which are added later than the page.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
  return null;
}
