/** A term of the field: dotted underline, with its definition on hover, focus and press. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hint } from '@/components/hints/hint';
import type { terms } from './terms.en';
import classes from './Term.module.css';

export type TermName = keyof typeof terms.term;

/** `children`: the words on the screen, if they are not the term itself. */
export function Term({ of, children }: { of: TermName; children?: ReactNode }) {
  const { t } = useTranslation();
  const means = t(`termMeans/${of}`);
  return (
    <button type="button" className={classes['term']} data-hint-press aria-description={means} {...hint(means)}>
      {children ?? t(`term/${of}`)}
    </button>
  );
}

/** A question mark behind a word that is a label or a button itself. */
export function TermMark({ of }: { of: TermName }) {
  const { t } = useTranslation();
  const means = t(`termMeans/${of}`);
  const label = t('help/means', { term: t(`term/${of}`) });
  return (
    <button
      type="button"
      className={classes['mark']}
      data-hint-press
      aria-label={label}
      aria-description={means}
      {...hint(means)}
    >
      ?
    </button>
  );
}
