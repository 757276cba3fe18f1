import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hints/hint';
import { dayTime, shortClock } from '@/lib/time';
import { cityOf, wallClock } from '@/lib/zones';
import { isElsewhere, isLate } from './calendar';
import { linkOf } from './links';
import type { CalendarEntryView } from './queries';
import classes from './Calendar.module.css';

/** More entries of a day are shown on demand. */
const SHOWN = 6;
type Props = {
  day: string;
  name: string;
  short: string;
  entries: CalendarEntryView[];
  now: number;
  today: string;
  beside: boolean;
};

export function CalendarDay({ day, name, short, entries, now, today, beside }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN);
  return (
    <li
      className={classes['day']}
      data-today={day === today || undefined}
      data-beside={beside || undefined}
      data-empty={entries.length === 0 || undefined}
    >
      <span className={classes['date']} aria-label={day === today ? `${name}, ${t('calendar/today')}` : name}>
        <span className={classes['number']}>{Number(day.slice(8))}</span>
        <span className={classes['short']}>{short}</span>
      </span>
      {entries.length > 0 ? (
        <ul className={classes['entries']}>
          {shown.map((entry) => (
            <Entry
              key={`${entry.kind} ${entry.subject} ${entry.at ?? ''} ${entry.party ?? ''}`}
              entry={entry}
              day={day}
              now={now}
              today={today}
            />
          ))}
        </ul>
      ) : null}
      {shown.length < entries.length ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {t('calendar/showAll', { count: entries.length })}
        </Button>
      ) : null}
    </li>
  );
}

function Entry({ entry, day, now, today }: { entry: CalendarEntryView; day: string; now: number; today: string }) {
  const { t } = useTranslation();
  const { jit, zone, locale, partyName } = useTeam();
  const late = isLate(entry, now, today);
  return (
    <li className={classes['due']} data-kind={entry.kind} data-late={late || undefined}>
      {entry.at === null ? null : (
        <time dateTime={entry.at} className={classes['time']}>
          {shortClock(Date.parse(entry.at), zone, locale)}
          {isElsewhere(entry, zone) ? (
            <span className={classes['other']}> · {elsewhere(entry.at, entry.zone, day, locale)}</span>
          ) : null}{' '}
        </time>
      )}
      <span className={classes['kind']}>{t(`calendar/kinds/${entry.kind}`)}</span>
      {late ? <strong className={classes['late']}> {t('calendar/late')}</strong> : null}
      <Link
        {...linkOf(jit.id, entry)}
        className={classes['link']}
        {...hint(entry.number === null ? entry.title : `${entry.number} ${entry.title}`)}
      >
        {entry.party === null ? '' : `${partyName(entry.party)}${t('common/colon')}`}
        {entry.title}
      </Link>
    </li>
  );
}

/** The time in the zone in which it was set. Where it is another day there, the day is said too. */
function elsewhere(at: string, zone: string, day: string, locale: string): string {
  const moment = Date.parse(at);
  const same = wallClock(moment, zone).slice(0, 10) === day;
  return `${same ? shortClock(moment, zone, locale) : dayTime(at, zone, locale)} ${cityOf(zone)}`;
}
