/** What happens, as facts arrive: nothing else than what the stream sent to this seat. */
import { CloseButton, Switch, Title } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/EmptyState';
import { dayName } from '@/lib/time';
import { useLive } from '@/realtime/LiveProvider';
import { FeedItem } from './FeedItem';
import classes from './Feed.module.css';

export function FeedPanel({ floating, onClose }: { floating: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { zone, locale, seat } = useTeam();
  const { facts, since } = useLive();
  const [others, setOthers] = useState(false);
  const shown = others ? facts.filter((fact) => fact.seat !== seat.code) : facts;
  const days = shown.map((fact) => dayName(fact.at, zone, locale));
  return (
    <aside className={classes['panel']} data-floating={floating || undefined} aria-label={t('live/title')}>
      <header className={classes['head']}>
        <Title order={2}>{t('live/title')}</Title>
        <Switch size="xs" label={t('live/others')} checked={others} onChange={(event) => setOthers(event.currentTarget.checked)} />
        <CloseButton size="sm" aria-label={t('app/hideFeed')} onClick={onClose} />
      </header>
      {shown.length === 0 ? <EmptyState icon={IconActivity} title={t('live/empty')} help={t('live/emptyHelp')} /> : null}
      <ol className={classes['list']} tabIndex={0} aria-label={t('live/title')} aria-live="polite" aria-relevant="additions">
        {shown.map((fact, index) => (
          <FeedItem key={fact.position} fact={fact} fresh={fact.position > since} day={days[index] === days[index - 1] ? null : (days[index] ?? null)} />
        ))}
      </ol>
    </aside>
  );
}
