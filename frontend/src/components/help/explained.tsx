/**
 * The definition of a term beside the label of a form field. The label keeps its accessible name: the mark follows the
 * field.
 */
import type { ReactNode } from 'react';
import { TermMark, type TermName } from './Term';
import classes from './Term.module.css';

/** Properties of a Mantine field: `<Select label={t('releases/level')} {...explained('level')} />`. */
export const explained = (of: TermName) => ({
  wrapperProps: { className: classes['explained'] },
  inputContainer: (input: ReactNode) => (
    <>
      {input}
      <span className={classes['atLabel']}>
        <TermMark of={of} />
      </span>
    </>
  ),
});
