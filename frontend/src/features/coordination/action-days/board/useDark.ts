import { useEffect, useState } from 'react';

const KEY = 'liaison.board.light';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}

/** Whether the board is dark, whatever the person chose for other screens; dark until somebody changes it on this screen. */
export function useDark(): [boolean, (dark: boolean) => void] {
  const [dark, setDark] = useState(remembered);
  useEffect(() => {
    const root = document.documentElement;
    const former = root.getAttribute('data-mantine-color-scheme');
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    return () => {
      if (former) root.setAttribute('data-mantine-color-scheme', former);
    };
  }, [dark]);
  const choose = (next: boolean) => {
    setDark(next);
    try {
      if (next) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, '1');
    } catch {
      // A device that keeps nothing starts dark again.
    }
  };
  return [dark, choose];
}
