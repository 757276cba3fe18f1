import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { shortClock, universalTime, zoneName } from '@/lib/time';
import classes from './Shell.module.css';
import { hint } from '@/components/hints/hint';

/** The current time in the user's zone with the name of the zone, in which all times are shown. */
export function Clock() {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span
      className={classes['clock']}
      {...hint(`${t('app/zoneHelp', { zone })}\n${universalTime(new Date(now).toISOString(), locale)}`)}
    >
      {shortClock(now, zone, locale)} {zoneName(now, zone, locale)}
    </span>
  );
}
