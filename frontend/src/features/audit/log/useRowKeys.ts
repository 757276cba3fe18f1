import { useState, type KeyboardEvent } from 'react';

const ROW = '[data-row]';
const PAGE = 10;

/**
 * Keyboard control of a tree grid: arrows, page keys, Home and End move, Enter, space or the right arrow unfolds. One
 * row is in the order of the Tab key. `onEnd`: called to load more after the last row.
 */
export function useRowKeys(
  keys: readonly string[],
  opened: ReadonlySet<string>,
  toggle: (key: string) => void,
  onEnd: () => void,
) {
  const [chosen, setChosen] = useState<string | null>(null);
  const active = chosen !== null && keys.includes(chosen) ? chosen : keys[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Only from a row itself: links and buttons within keep their keys.
    if (
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      !(event.target instanceof HTMLElement) ||
      !event.target.matches(ROW)
    )
      return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROW)];
    const at = rows.indexOf(event.target);
    const key = event.target.dataset['row'] ?? '';
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    const turns =
      event.key === 'Enter' ||
      event.key === ' ' ||
      (event.key === 'ArrowRight' && !opened.has(key)) ||
      (event.key === 'ArrowLeft' && opened.has(key));
    if (step === undefined && !turns) return;
    event.preventDefault();
    if (turns) toggle(key);
    else {
      if (step !== undefined && step >= rows.length) onEnd();
      rows[Math.min(Math.max(step ?? 0, 0), rows.length - 1)]?.focus();
    }
  };
  const rowProps = (key: string) => ({
    'data-row': key,
    tabIndex: key === active ? 0 : -1,
    'aria-expanded': opened.has(key),
    onFocus: () => setChosen(key),
  });
  return { onKeyDown, rowProps };
}

/** The unfolded rows, by key. */
export function useOpened(): [ReadonlySet<string>, (key: string) => void] {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  };
  return [opened, toggle];
}
