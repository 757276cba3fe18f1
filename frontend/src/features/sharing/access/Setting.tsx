/** One approval setting of a party: name, present value, and how to change it. */
import type { ReactNode } from 'react';
import { TermMark, type TermName } from '@/components/help/Term';
import classes from './Access.module.css';

type Props = { title: string; term?: TermName; warn?: boolean; actions?: ReactNode; children: ReactNode };

export function Setting({ title, term, warn = false, actions, children }: Props) {
  return (
    <section className={classes['setting']} aria-label={title} data-warn={warn || undefined}>
      <div className={classes['stands']}>
        <div>
          <strong>{title}</strong> {term ? <TermMark of={term} /> : null}
        </div>
        <div>{children}</div>
      </div>
      {actions}
    </section>
  );
}
