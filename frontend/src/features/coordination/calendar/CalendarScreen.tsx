/** All dates of a month or week that the user may see, in the user's time zone: a grid, or a list on narrow screens. */
import { Button, Skeleton } from '@mantine/core';
import { useHotkeys, useInterval } from '@mantine/hooks';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { compact } from '@/lib/compact';
import { wallClock } from '@/lib/zones';
import { byDay, daysOf, isDay, moved, type Span } from './calendar';
import { CalendarBar } from './CalendarBar';
import { CalendarDay } from './CalendarDay';
import { calendarQuery, kindsOf, type CalendarSearch } from './queries';
import classes from './Calendar.module.css';

type Props = { search: CalendarSearch; onSearch: (search: CalendarSearch) => void; aside?: ReactNode };

export function CalendarScreen({ search, onSearch, aside }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  const today = wallClock(now, zone).slice(0, 10);
  const span: Span = search.span ?? 'month';
  const day = search.on && isDay(search.on) ? search.on : today;
  const days = daysOf(day, span);
  const change = (to: CalendarSearch) => onSearch(compact({ ...search, ...to }));
  useHotkeys([
    ['ArrowLeft', () => change({ on: moved(day, span, -1) })],
    ['ArrowRight', () => change({ on: moved(day, span, 1) })],
  ]);
  const { data, error, isPending, refetch } = useQuery(calendarQuery(jit.id, kindsOf(search.kind), days, zone));
  const entries = (data?.items ?? []).filter(({ mine }) => mine || !search.mine);
  const found = byDay(entries, zone);
  const said = (options: Intl.DateTimeFormatOptions, of: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${of}T00:00Z`));
  const title =
    span === 'month'
      ? said({ month: 'long', year: 'numeric' }, day)
      : `${said({ day: 'numeric', month: 'short' }, days[0] ?? day)} – ${said({ day: 'numeric', month: 'short', year: 'numeric' }, days[6] ?? day)}`;
  const isNow = days.includes(today) && (span === 'week' || day.slice(0, 7) === today.slice(0, 7));
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('nav/calendar')} help={t('calendar/help')}>
        {aside}
      </ScreenHead>
      <div className={classes['calendar']}>
        <CalendarBar search={search} title={title} day={day} isNow={isNow} onSearch={change} />
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {data?.more ? <Notice tone="warn">{t('calendar/tooMany')}</Notice> : null}
        {isPending ? (
          <Skeleton height={240} role="status" aria-label={t('common/loading')} />
        ) : (
          <>
            <div className={classes['names']} aria-hidden>
              {days.slice(0, 7).map((one) => (
                <span key={one}>{said({ weekday: 'short' }, one)}</span>
              ))}
            </div>
            <ol className={classes['days']} data-span={span} aria-label={title}>
              {days.map((one) => (
                <CalendarDay
                  key={one}
                  day={one}
                  name={said({ weekday: 'long', day: 'numeric', month: 'long' }, one)}
                  short={said({ weekday: 'short', day: 'numeric', month: 'short' }, one)}
                  entries={found.get(one) ?? []}
                  now={now}
                  today={today}
                  beside={span === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
                />
              ))}
            </ol>
          </>
        )}
        {data && entries.length === 0 ? (
          <EmptyState icon={IconCalendarOff} title={t('calendar/empty')} help={t('calendar/emptyHelp')}>
            {search.kind || search.mine ? (
              <Button variant="default" onClick={() => change({ kind: undefined, mine: undefined })}>
                {t('calendar/clear')}
              </Button>
            ) : null}
          </EmptyState>
        ) : null}
        <p className={classes['foot']}>{t('calendar/undated')}</p>
      </div>
    </div>
  );
}
