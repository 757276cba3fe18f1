import type { ReactNode } from 'react';
import classes from './Situation.module.css';

export function Line({
  what,
  at,
  urgent = false,
  children,
}: {
  what: string;
  at: ReactNode;
  urgent?: boolean;
  children: ReactNode;
}) {
  return (
    <li className={classes['line']} data-urgent={urgent || undefined}>
      <span className={classes['what']}>{what}</span>
      <div className={classes['about']}>{children}</div>
      <span className={classes['at']}>{at}</span>
    </li>
  );
}
