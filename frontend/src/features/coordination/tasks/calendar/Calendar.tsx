/** Deadlines of a month or week in the user's time zone. Another zone's time is shown where it differs. */
import { ActionIcon, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarQuery, type TaskSearch } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { cityOf, wallClock } from '@/lib/zones';
import { CalendarDay } from './CalendarDay';
import { byDay, daysOf, isDay, moved, reach, type Span } from './calendar';
import classes from './Calendar.module.css';

type Props = { search: TaskSearch; now: number; onSearch: (change: Partial<TaskSearch>) => void };

export function Calendar({ search, now, onSearch }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const today = wallClock(now, zone).slice(0, 10);
  const span: Span = search.span ?? 'month';
  const day = search.on && isDay(search.on) ? search.on : today;
  const days = daysOf(day, span);
  const { from, before } = reach(days, zone);
  const { data, error, isPending, refetch } = useQuery(calendarQuery(jit.id, search, from, before));
  const found = byDay(data?.items ?? [], zone);
  const said = (options: Intl.DateTimeFormatOptions, of: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${of}T00:00Z`));
  const title =
    span === 'month'
      ? said({ month: 'long', year: 'numeric' }, day)
      : `${said({ day: 'numeric', month: 'short' }, days[0] ?? day)} – ${said({ day: 'numeric', month: 'short', year: 'numeric' }, days[6] ?? day)}`;
  const go = (by: number) => onSearch({ on: moved(day, span, by) });
  return (
    <div className={classes['calendar']}>
      <div className={classes['bar']}>
        <ActionIcon variant="default" aria-label={t(`taskViews/${span}Before`)} onClick={() => go(-1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t(`taskViews/${span}Behind`)} onClick={() => go(1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <h2 className={classes['title']} aria-live="polite">
          {title}
        </h2>
        <Button
          size="xs"
          variant="default"
          disabled={days.includes(today) && (span === 'week' || day.slice(0, 7) === today.slice(0, 7))}
          onClick={() => onSearch({ on: undefined })}
        >
          {t('taskViews/today')}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={t('taskViews/span')}
          value={span}
          onChange={(value) => onSearch({ span: value === 'week' ? 'week' : undefined })}
          data={[
            { value: 'month', label: t('taskViews/month') },
            { value: 'week', label: t('taskViews/week') },
          ]}
        />
        <span className="dim">{t('taskViews/inZone', { zone: cityOf(zone) })}</span>
      </div>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data?.more ? <Notice tone="warn">{t('taskViews/tooMany')}</Notice> : null}
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
                tasks={found.get(one) ?? []}
                now={now}
                today={one === today}
                beside={span === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
              />
            ))}
          </ol>
          <p className={classes['foot']}>
            {data && data.items.length === 0 ? t('taskViews/nothingDue') : ''} {t('taskViews/undated')}
          </p>
        </>
      )}
    </div>
  );
}
