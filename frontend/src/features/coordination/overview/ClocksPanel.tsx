/** Local time of the partners, whether they are at work or online, and times to meet. */
import { Button, Loader } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { workingHoursQuery } from '@/features/coordination/working-hours/queries';
import { hint } from '@/components/hints/hint';
import { Panel } from '@/components/layout/Panel';
import { shortClock, weekday, zoneName } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useLive, usePresence } from '@/realtime/LiveProvider';
import { atWork } from '@/features/coordination/working-hours/atWork';
import { othersHere, seatsOf } from './here';
import { HoursLine } from '@/features/coordination/working-hours/HoursLine';
import { SeatsHere } from './SeatsHere';
import classes from './Situation.module.css';

const FindTimeDialog = lazy(async () => ({
  default: (await import('@/features/coordination/working-hours/FindTimeDialog')).FindTimeDialog,
}));
const HoursDialog = lazy(async () => ({
  default: (await import('@/features/coordination/working-hours/HoursDialog')).HoursDialog,
}));

export function ClocksPanel() {
  const { t } = useTranslation();
  const { jit, parties, seat, locale, may } = useTeam();
  const now = useNow(5000);
  const told = usePresence();
  const { state } = useLive();
  const { online } = useNetwork();
  const [open, setOpen] = useState<'find' | 'hours' | null>(null);
  const hours = useQuery(workingHoursQuery(jit.id, locale)).data?.items ?? [];
  const others = othersHere(told, seat.code, online ? state : 'offline');
  const present = others === null ? [] : told;
  const unparted = seatsOf(present, null);
  const own = hours.find(({ party }) => party === seat.party);
  return (
    <Panel
      title={t('situation/clocks')}
      aside={
        others === null
          ? t('situation/hereUnknown')
          : others === 0
            ? t('situation/hereNobody')
            : t('situation/hereOthers', { count: others })
      }
      flush
    >
      <ul className={classes['clocks']}>
        {parties.map((party) => {
          const theirs = hours.find((one) => one.party === party.code);
          const there = theirs ? atWork(now, theirs) : null;
          return (
            <li key={party.code} className={classes['clock']} data-hours={there?.what}>
              <span className={classes['party']} data-own={party.code === seat.party || undefined}>
                {party.name}
              </span>
              {theirs && there ? <HoursLine now={there} hours={theirs} /> : <span className={classes['hours']} />}
              <time className={classes['time']} dateTime={new Date(now).toISOString()} {...hint(party.time_zone)}>
                <span className="dim">{weekday(now, party.time_zone, locale)}</span>{' '}
                <strong>{shortClock(now, party.time_zone, locale)}</strong>{' '}
                <span className="dim">{zoneName(now, party.time_zone, locale)}</span>
              </time>
              <SeatsHere present={seatsOf(present, party.code)} />
            </li>
          );
        })}
        {unparted.length > 0 ? (
          <li className={classes['clock']}>
            <span className={`${classes['unparted'] ?? ''} dim`}>{t('signIn/noParty')}</span>
            <SeatsHere present={unparted} />
          </li>
        ) : null}
      </ul>
      <div className={classes['foot']}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCalendarSearch size={14} aria-hidden />}
          onClick={() => setOpen('find')}
        >
          {t('hours/find')}
        </Button>
        {own && may('hours:set') ? (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('hours')}>
            {t('hours/own')}
          </Button>
        ) : null}
      </div>
      {open ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          {open === 'find' ? (
            <FindTimeDialog onClose={() => setOpen(null)} />
          ) : own ? (
            <HoursDialog own={own} onClose={() => setOpen(null)} />
          ) : null}
        </Suspense>
      ) : null}
    </Panel>
  );
}
