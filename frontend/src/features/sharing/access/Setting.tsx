/** One decision of a party about its approvals: what it is called, how it stands, and the way to change it. */
import type { ReactNode } from 'react';
import { TermMark, type TermName } from '@/components/help/Term';
import classes from './Access.module.css';

type Props = { title: string; term: TermName; warn?: boolean; actions?: ReactNode; children: ReactNode };

export function Setting({ title, term, warn = false, actions, children }: Props) {
  return (
    <section className={classes['setting']} aria-label={title} data-warn={warn || undefined}>
      <div className={classes['stands']}>
        <div>
          <strong>{title}</strong> <TermMark of={term} />
        </div>
        <div>{children}</div>
      </div>
      {actions}
    </section>
  );
}
