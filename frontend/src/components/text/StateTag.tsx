/** A state in a word, with colour and shape: a dashed line means that nothing was done yet. */
import type { ReactNode } from 'react';
import classes from './StateTag.module.css';

export type StateTone = 'good' | 'warn' | 'bad' | 'accent' | 'plain';
type Props = { tone?: StateTone; pending?: boolean; children: ReactNode };

export function StateTag({ tone = 'plain', pending = false, children }: Props) {
  return (
    <span className={classes['tag']} data-tone={tone} data-pending={pending || undefined}>
      {children}
    </span>
  );
}
