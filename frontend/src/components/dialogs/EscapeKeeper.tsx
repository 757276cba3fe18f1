/**
 * Escape closes the uppermost dialog alone. Each of Mantine's hears the key by itself, on the window, whatever lies above it; its
 * `Modal.Stack` wants every dialog named beforehand, and hides the lower ones.
 */
import { useEffect } from 'react';
import { standingDialogs } from '@/lib/dialogs';

const CLOSE = '.mantine-Modal-close, .mantine-Drawer-close';

export function EscapeKeeper() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const [upper, below] = standingDialogs().reverse();
      if (event.key !== 'Escape' || event.isComposing || !upper || !below) return;
      // A list that is open in a field closes first, and says so by Mantine's own mark.
      if (event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true')
        return;
      event.stopImmediatePropagation();
      upper.querySelector<HTMLElement>(CLOSE)?.click();
    };
    // Before the listeners of dialogs, which come later than the page.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
  return null;
}
