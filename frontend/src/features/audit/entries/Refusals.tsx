/** The refused acts of a member in one minute: act, exhibit, reason, number and times. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { useWord } from '@/i18n/useWord';
import { clockTime } from '@/lib/time';
import type { Refusal } from './entrySummary';
import classes from './Ledger.module.css';

export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useTranslation();
  const word = useWord();
  const { zone, locale } = useTeam();
  const clock = (at: string) => clockTime(at, zone, locale);
  return (
    <ul className={classes['refusals']}>
      {refusals.map(({ evidence, act, because, times, first, last }) => (
        <li key={`${evidence}${act}${because}`}>
          <div>
            {word('tried', act.replace(':', '_'))} <ExhibitLink id={evidence} />
          </div>
          <div>
            {t('refusal/because')} {word('denied', because)}
          </div>
          <div className="dim">
            {times === 1
              ? t('refusal/once', { at: clock(first) })
              : t('refusal/times', { count: times, first: clock(first), last: clock(last) })}
          </div>
        </li>
      ))}
    </ul>
  );
}
