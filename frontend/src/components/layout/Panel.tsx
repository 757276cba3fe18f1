/** A titled part of a screen. */
import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { TermMark, type TermName } from '@/components/help/Term';
import classes from './Panel.module.css';

/** `term`: the term of the field in the title, with a mark that shows its definition. */
export function Panel({
  title,
  term,
  aside,
  children,
  flush = false,
}: {
  title: string;
  term?: TermName;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}) {
  const id = useId();
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <header className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {term ? <TermMark of={term} /> : null}
        <div className={classes['aside']}>{aside}</div>
      </header>
      <div className={classes['body']} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
