import { useEffect } from 'react';

/** A wall in a dark room: dark while it is on the screen, whatever the person chose for the rest. */
export function useDark(): void {
  useEffect(() => {
    const root = document.documentElement;
    const former = root.getAttribute('data-mantine-color-scheme');
    root.setAttribute('data-mantine-color-scheme', 'dark');
    return () => {
      if (former) root.setAttribute('data-mantine-color-scheme', former);
    };
  }, []);
}
