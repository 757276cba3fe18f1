/** Messages that contain the searched words, in all channels of the user, newest first. */
import { Button, Skeleton } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { foundQuery } from '@/features/coordination/messages/queries';
import { useTeam } from '@/api/team';
import type { ChannelView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { MessageRow } from '@/features/coordination/messages/MessageRow';
import classes from '@/features/coordination/messages/Messages.module.css';

export function MessageSearch({ q, channels, onEnd }: { q: string; channels: ChannelView[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    foundQuery(jit.id, q),
  );
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={classes['pane']} aria-label={t('messages/search')}>
      <header className={classes['head']}>
        <span role="status">
          {data ? t(hasNextPage ? 'messages/foundMore' : 'messages/found', { count: found.length }) : ''}
        </span>
        <Button ms="auto" size="compact-xs" variant="default" onClick={onEnd}>
          {t('messages/end')}
        </Button>
      </header>
      <div className={classes['timeline']} tabIndex={0} role="region" aria-label={t('messages/search')}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? (
          <div role="status" aria-label={t('common/loading')}>
            <Skeleton height={120} />
          </div>
        ) : null}
        {data && found.length === 0 ? (
          <EmptyState icon={IconSearchOff} title={t('messages/nothing')} help={t('messages/nothingHelp')} />
        ) : null}
        {found.map((message) => {
          const channel = channels.find(({ id }) => id === message.channel);
          return (
            <div key={message.id}>
              {channel ? (
                <Link
                  className={classes['in']}
                  to="/jits/$jit/messages/$channel"
                  params={{ jit: jit.id, channel: channel.id }}
                  search={{}}
                >
                  {t('messages/in', { name: channel.name })}
                </Link>
              ) : null}
              <MessageRow message={message} open={false} />
            </div>
          );
        })}
        {hasNextPage ? (
          <div className={classes['turn']}>
            <Button
              variant="default"
              size="compact-xs"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('common/more')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
