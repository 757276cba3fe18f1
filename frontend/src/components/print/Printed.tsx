/** A sheet that is printed at once, in place of the page; it is visible on paper only. */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './Printed.module.css';

/** `onPrinted`: called when the print dialog has closed. `paper`: kept as `data-paper`, for the style of the sheet. */
type Props = { className?: string | undefined; paper?: string; onPrinted: () => void; children: ReactNode };

export function Printed({ className = '', paper, onPrinted, children }: Props) {
  const done = useRef(onPrinted);
  useEffect(() => {
    done.current = onPrinted;
  });
  useEffect(() => {
    const over = () => done.current();
    addEventListener('afterprint', over, { once: true });
    const soon = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(soon);
      removeEventListener('afterprint', over);
    };
  }, []);
  return createPortal(
    <div className={`${classes['printed'] ?? ''} ${className}`} data-paper={paper} data-printed>
      {children}
    </div>,
    document.body,
  );
}
