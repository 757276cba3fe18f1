/**
 * A menu whose button stands with the first screen, and whose list is fetched later: it needs more code than the rest of the shell.
 * Who presses the button before has it opened as soon as it is there; who stands on it by keyboard stays there.
 */
import {
  cloneElement,
  Suspense,
  useCallback,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';

type Button = ReactElement<{
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
  onFocus?: () => void;
  onBlur?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}>;
/** What the menu takes that is fetched later: its button, and whether it is open at once. */
export type Late = { target: Button; defaultOpened: boolean };

export function LateMenu({ target, menu }: { target: Button; menu: (late: Late) => ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const held = useRef(false);
  const take = useCallback((button: HTMLButtonElement | null) => {
    if (button && held.current) button.focus();
    if (button) held.current = false;
  }, []);
  const first = cloneElement(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': wanted,
    onClick: () => setWanted(true),
    onFocus: () => {
      held.current = true;
    },
    onBlur: () => {
      held.current = false;
    },
  });
  return (
    <Suspense fallback={first}>{menu({ target: cloneElement(target, { ref: take }), defaultOpened: wanted })}</Suspense>
  );
}
