/** A list of objects in one state: title with their number, column heads, and a row for each. */
import { Title } from '@mantine/core';
import { useId, type CSSProperties, type ReactNode } from 'react';
import { TermMark, type TermName } from '@/components/help/Term';
import classes from './Queue.module.css';

type Props = {
  title: string;
  term?: TermName;
  count: number;
  /** Whether the rows have to be dealt with: only these have a filled number. */
  todo?: boolean;
  heads: readonly string[];
  /** The widths of all columns but the last one, which holds the button. */
  columns: string;
  /** The text of an empty list. */
  none: string;
  aside?: ReactNode;
  /** Below the rows. */
  foot?: ReactNode;
  children: ReactNode;
};

export function Queue({ title, term, count, todo = false, heads, columns, none, aside, foot, children }: Props) {
  const id = useId();
  return (
    <section className={classes['queue']} aria-labelledby={id} style={{ '--columns': columns } as CSSProperties}>
      <header className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {term ? <TermMark of={term} /> : null}
        {count > 0 ? (
          <span className={classes['count']} data-todo={todo || undefined} aria-hidden>
            {count}
          </span>
        ) : null}
        <div className={classes['aside']}>{aside}</div>
      </header>
      {count === 0 ? (
        <p className={classes['none']}>{none}</p>
      ) : (
        <>
          <div className={classes['heads']} aria-hidden>
            {heads.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </div>
          <ul className={classes['list']}>{children}</ul>
        </>
      )}
      {foot ? <div className={classes['foot']}>{foot}</div> : null}
    </section>
  );
}

/** `mark`: the edge of a row that waits, or that went wrong. */
export function QueueRow({ mark, children }: { mark?: 'warn' | 'bad' | undefined; children: ReactNode }) {
  return (
    <li className={classes['row']} data-mark={mark}>
      {children}
    </li>
  );
}
