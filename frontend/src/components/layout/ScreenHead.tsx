/** Title, purpose and main action of a screen. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TermMark, type TermName } from '@/components/help/Term';
import classes from './ScreenHead.module.css';

type Props = { title: string; term?: TermName; help: string; children?: ReactNode };

/** `term`: the term of the field in the title, with a mark that shows its definition. */
export function ScreenHead({ title, term, help, children }: Props) {
  return (
    <header className={classes['head']}>
      <div>
        <div className={classes['title']}>
          <Title order={1}>{title}</Title>
          {term ? <TermMark of={term} /> : null}
        </div>
        <p className={classes['help']}>{help}</p>
      </div>
      {children}
    </header>
  );
}
