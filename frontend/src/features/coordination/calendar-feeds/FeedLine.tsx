/** A calendar feed, and its revocation after confirmation. */
import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revokeFeed, type CalendarFeedView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import classes from './CalendarFeeds.module.css';

export function FeedLine({
  feed,
  fresh,
  onRevoked,
}: {
  feed: CalendarFeedView;
  fresh: boolean;
  onRevoked: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const run = useMutation({
    mutationFn: () => revokeFeed(jit.id, feed.id),
    onSuccess: () => {
      onRevoked();
      return queries.invalidateQueries({ queryKey: keys.calendarFeeds(jit.id) });
    },
  });
  return (
    <li className={classes['feed']} data-fresh={fresh || undefined}>
      <span className={classes['what']}>
        <strong>{feed.name}</strong>
        <span className="dim">
          {t('calendarFeeds/madeAt')} <When at={feed.made_at} /> ·{' '}
          {feed.last_used_at ? (
            <>
              {t('calendarFeeds/usedAt')} <When at={feed.last_used_at} />
            </>
          ) : (
            t('calendarFeeds/unused')
          )}
        </span>
      </span>
      {asking ? (
        <Group gap="xs" role="group" aria-label={t('calendarFeeds/revokeOf', { name: feed.name })}>
          <span>{t('calendarFeeds/sure')}</span>
          <Button size="compact-xs" variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('common/cancel')}
          </Button>
          <Button size="compact-xs" color="red" loading={run.isPending} onClick={() => run.mutate()}>
            {t('calendarFeeds/revokeNow')}
          </Button>
        </Group>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('calendarFeeds/revokeOf', { name: feed.name })}
          onClick={() => setAsking(true)}
        >
          {t('calendarFeeds/revoke')}
        </Button>
      )}
      <ProblemNotice error={run.error} />
    </li>
  );
}
