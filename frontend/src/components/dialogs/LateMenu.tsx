/**
 * A menu whose button is part of the first screen, and whose list is loaded later because of its size. If the button is
 * pressed before, the list opens once it is loaded; the keyboard focus stays on the button.
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
/** The props of the lazily loaded menu: its button, and whether it opens at once. */
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
