/** Title, purpose and main action of a screen. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ScreenHead.module.css';

export function ScreenHead({ title, help, children }: { title: string; help: string; children?: ReactNode }) {
  return (
    <header className={classes['head']}>
      <div>
        <Title order={1}>{title}</Title>
        <p className={classes['help']}>{help}</p>
      </div>
      {children}
    </header>
  );
}
