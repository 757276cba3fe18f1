/** What time it is where the others are, whether they are likely at work, and who of them is here. */
import { useNetwork } from '@mantine/hooks';
import { IconBriefcase, IconMoon, IconSofa, IconSunset2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hint';
import { Panel } from '@/components/Panel';
import { PartyCode } from '@/components/PartyCode';
import { hoursAt } from '@/lib/office';
import { shortClock, weekday, zoneName } from '@/lib/time';
import { useLive, usePresence } from '@/realtime/LiveProvider';
import { othersHere, seatsOf } from './here';
import { SeatsHere } from './SeatsHere';
import classes from './Situation.module.css';

const ICONS = { working: IconBriefcase, evening: IconSunset2, night: IconMoon, weekend: IconSofa };

export function useNow(every = 5000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

export function ClocksPanel() {
  const { t } = useTranslation();
  const { parties, seat, locale } = useTeam();
  const now = useNow();
  const told = usePresence();
  const { state } = useLive();
  const { online } = useNetwork();
  const others = othersHere(told, seat.code, online ? state : 'offline');
  const present = others === null ? [] : told;
  const unparted = seatsOf(present, null);
  return (
    <Panel title={t('situation/clocks')} aside={others === null ? t('situation/hereUnknown') : others === 0 ? t('situation/hereNobody') : t('situation/hereOthers', { count: others })} flush>
      <ul className={classes['clocks']}>
        {parties.map((party) => {
          const hours = hoursAt(now, party.time_zone);
          const Icon = ICONS[hours];
          return (
            <li key={party.code} className={classes['clock']} data-hours={hours}>
              <PartyCode code={party.code} name={party.name} tone={party.code === seat.party ? 'origin' : 'plain'} />
              <span className={classes['party']}>{party.name}</span>
              <span className={classes['hours']}><Icon size={14} aria-hidden /> {t(`situation/${hours}`)}</span>
              <time className={classes['time']} dateTime={new Date(now).toISOString()} {...hint(party.time_zone)}>
                <span className="dim">{weekday(now, party.time_zone, locale)}</span> <strong>{shortClock(now, party.time_zone, locale)}</strong> <span className="dim">{zoneName(now, party.time_zone, locale)}</span>
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
    </Panel>
  );
}
