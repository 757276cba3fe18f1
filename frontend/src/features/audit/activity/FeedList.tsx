import { Skeleton, Stack } from '@mantine/core';
import { IconActivity, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { dayName } from '@/lib/time';
import { useLive } from '@/realtime/LiveProvider';
import { FeedItem } from './FeedItem';
import classes from './Feed.module.css';

/** The facts as they arrived, newest first, with a line where a day begins. */
export function FeedList({ others }: { others: boolean }) {
  const { t } = useTranslation();
  const { zone, locale, seat } = useTeam();
  const { state, facts, since } = useLive();
  const shown = others ? facts.filter((fact) => fact.seat !== seat.code) : facts;
  const days = shown.map((fact) => dayName(fact.at, zone, locale));
  return (
    <>
      {shown.length > 0 ? null : state === 'connecting' ? (
        <Stack p="md" role="status" aria-label={t('common/loading')}>
          <Skeleton height={12} width="70%" />
          <Skeleton height={12} width="50%" />
          <Skeleton height={12} width="60%" />
        </Stack>
      ) : state === 'live' ? (
        <EmptyState
          icon={IconActivity}
          title={t(facts.length > 0 ? 'live/emptyOthers' : 'live/empty')}
          help={t('live/emptyHelp')}
        />
      ) : (
        <EmptyState icon={IconPlugConnectedX} title={t(`live/${state}`)} help={t(`live/${state}Help`)} />
      )}
      <ol
        className={classes['list']}
        tabIndex={0}
        aria-label={t('live/title')}
        aria-live="polite"
        aria-relevant="additions"
      >
        {shown.map((fact, index) => (
          <FeedItem
            key={fact.position}
            fact={fact}
            fresh={fact.position > since}
            day={days[index] === days[index - 1] ? null : (days[index] ?? null)}
          />
        ))}
      </ol>
    </>
  );
}
