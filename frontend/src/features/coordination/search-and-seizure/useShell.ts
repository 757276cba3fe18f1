/** The program of a page on the device, so that it opens without a network: its service worker (public/at-the-search.js). */
import { useEffect, useState } from 'react';

type Wanted = { scope?: string; wanted?: boolean };

/** Whether it is there; null where the browser keeps none. `scope`: the addresses that open, this one if none is given. */
export function useShell({ scope = location.pathname, wanted = true }: Wanted = {}): boolean | null {
  const [ready, setReady] = useState<boolean | null>('serviceWorker' in navigator ? false : null);
  useEffect(() => {
    if (!wanted || !('serviceWorker' in navigator) || import.meta.env.DEV) return;
    let left = false;
    const begin = async () => {
      const registration = await navigator.serviceWorker.register('/at-the-search.js', { scope });
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      await new Promise<void>((resolve) => {
        const look = () => {
          if (!worker || worker.state === 'activated') resolve();
        };
        worker?.addEventListener('statechange', look);
        look();
      });
      if (!left) setReady(true);
    };
    begin().catch(() => {
      if (!left) setReady(false);
    });
    return () => {
      left = true;
    };
  }, [scope, wanted]);
  return ready;
}
