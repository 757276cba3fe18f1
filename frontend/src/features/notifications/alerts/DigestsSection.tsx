/** Daily counts of other parties' access to exhibits of the own party. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { digestsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { DigestView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import { dayName } from '@/lib/time';
import classes from './Alerts.module.css';

export function DigestsSection() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const list = useInfiniteQuery(digestsQuery(jit.id));
  const days = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={classes['group']} aria-labelledby="digests">
      <h2 id="digests" className={classes['heading']}>
        {t('digests/title')}
      </h2>
      {list.error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isSuccess && days.length === 0 ? <p className={classes['none']}>{t('digests/none')}</p> : null}
      {days.map((day) => (
        <Day key={day.id} day={day} />
      ))}
      {list.hasNextPage ? (
        <div className={classes['pad']}>
          <MoreButton list={list} size="xs" />
        </div>
      ) : null}
    </section>
  );
}

function Day({ day }: { day: DigestView }) {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  return (
    <section aria-label={dayName(`${day.day}T12:00:00Z`, 'UTC', locale)}>
      <h3 className={classes['day']}>
        {dayName(`${day.day}T12:00:00Z`, 'UTC', locale)} <span className="dim">{day.zone}</span>
      </h3>
      <ul className={classes['list']}>
        {day.lines.map((line) => (
          <li key={`${line.party}${line.evidence}`} className={classes['line']}>
            <span>{partyName(line.party)}</span>
            <Link
              to="/jits/$jit/evidence/$evidence"
              params={{ jit: jit.id, evidence: line.evidence }}
              className="exhibit-link"
            >
              <ExhibitName of={line} />
            </Link>
            <span className={classes['counts']}>
              {t('work/openings', { count: line.openings })}
              {line.copies > 0 ? ` · ${t('digests/copies', { count: line.copies })}` : ''} ·{' '}
              {t('digests/seats', { count: line.seats })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
