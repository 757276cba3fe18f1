import type { ReactNode } from 'react';
import classes from '@/features/evidence/registration/Register.module.css';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes['section']}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
