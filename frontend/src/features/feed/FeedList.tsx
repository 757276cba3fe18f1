import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/EmptyState';
import { dayName } from '@/lib/time';
import { useLive } from '@/realtime/LiveProvider';
import { FeedItem } from './FeedItem';
import classes from './Feed.module.css';

/** The facts as they arrived, newest first, with a line where a day begins. */
export function FeedList({ others }: { others: boolean }) {
  const { t } = useTranslation();
  const { zone, locale, seat } = useTeam();
  const { facts, since } = useLive();
  const shown = others ? facts.filter((fact) => fact.seat !== seat.code) : facts;
  const days = shown.map((fact) => dayName(fact.at, zone, locale));
  return (
    <>
      {shown.length === 0 ? <EmptyState icon={IconActivity} title={t('live/empty')} help={t('live/emptyHelp')} /> : null}
      <ol className={classes['list']} tabIndex={0} aria-label={t('live/title')} aria-live="polite" aria-relevant="additions">
        {shown.map((fact, index) => (
          <FeedItem key={fact.position} fact={fact} fresh={fact.position > since} day={days[index] === days[index - 1] ? null : (days[index] ?? null)} />
        ))}
      </ol>
    </>
  );
}
