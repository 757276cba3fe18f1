/** A row of the panel *Sign-in*: what it is, its state, and what can be done. */
import type { ReactNode } from 'react';
import classes from './Security.module.css';

export function SecurityRow({ title, act, children }: { title: string; act: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['row']}>
      <dt>{title}</dt>
      <dd className={classes['state']}>{children}</dd>
      <dd className={classes['act']}>{act}</dd>
    </div>
  );
}
