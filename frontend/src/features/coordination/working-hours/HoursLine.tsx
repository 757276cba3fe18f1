/** Whether a party is at work now, in text and by a sign; its hours on hover. */
import { IconBeach, IconBriefcase, IconMoon, IconSofa } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { WorkingHoursView } from './queries';
import { hint } from '@/components/hints/hint';
import { hoursWords, type Now } from './atWork';
import classes from '@/features/coordination/overview/Situation.module.css';

export const AT_WORK = { working: IconBriefcase, off: IconMoon, free: IconSofa, holiday: IconBeach };

export function HoursLine({ now: { what, holiday }, hours }: { now: Now; hours: WorkingHoursView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const Icon = AT_WORK[what];
  const known = `${hoursWords(hours, locale)} · ${t(hours.is_stated ? 'hours/stated' : 'hours/usual')}`;
  return (
    <span className={classes['hours']} {...hint(holiday ? `${known}\n${t('hours/verify')}` : known)}>
      <Icon size={14} aria-hidden /> {holiday ?? t(`hours/${what}`)}
      <span className="visually-hidden"> ({known})</span>
    </span>
  );
}
