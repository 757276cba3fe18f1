/** The reason why an exhibit awaits a decision, and its date. */
import { useTranslation } from 'react-i18next';
import type { DueView } from '@/api/views';
import { When } from './When';
import { Day } from './Day';
import classes from './DueWhen.module.css';

export function DueWhen({ one }: { one: DueView }) {
  const { t } = useTranslation();
  return (
    <span className={classes['when']} data-overdue={one.overdue || undefined}>
      {t(`dueBecause/${one.because}`)} {one.because === 'review' && one.review_on ? <Day day={one.review_on} /> : null}
      {one.ends_at ? <When at={one.ends_at} /> : null}
    </span>
  );
}
