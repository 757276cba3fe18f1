import { Button, Skeleton, Stack } from '@mantine/core';
import { IconActivity, IconPlugConnectedX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { dayName } from '@/lib/time';
import { useLive } from '@/realtime/LiveProvider';
import { FeedItem } from './FeedItem';
import { kindsOf, type FeedFilter } from './filter';
import { activityQuery } from './queries';
import { seriesOf } from './series';
import classes from './Feed.module.css';

/** The newest entries, similar ones in one line, with a heading for each day. The live channel says when there are more. */
export function FeedList({ filter, onReset }: { filter: FeedFilter; onReset: () => void }) {
  const { t } = useTranslation();
  const { jit, zone, locale, seat } = useTeam();
  const { state, facts, since } = useLive();
  const asked = { kinds: kindsOf(filter.group), seat: filter.seat ?? undefined };
  const query = useInfiniteQuery(activityQuery(jit.id, asked));
  const { data, refetch, isSuccess, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const latest = facts[0]?.position ?? -1;
  const newest = data?.pages[0]?.items[0]?.position ?? -1;
  useEffect(() => {
    if (isSuccess && latest > newest) void refetch({ cancelRefetch: false });
  }, [isSuccess, latest, newest, refetch]);
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const shown = useMemo(() => {
    const others = filter.mine ? entries : entries.filter((entry) => entry.seat !== seat.code);
    return seriesOf(others, (at) => dayName(at, zone, locale));
  }, [entries, filter.mine, seat.code, zone, locale]);
  const days = shown.map(({ at }) => dayName(at, zone, locale));
  const narrowed = filter.group !== null || filter.seat !== null || !filter.mine;
  if (query.isPending) return <Loading />;
  return (
    <>
      {query.isError ? <ProblemNotice error={query.error} onRetry={() => void refetch()} /> : null}
      {state === 'live' || state === 'connecting' ? null : (
        <EmptyState icon={IconPlugConnectedX} title={t(`live/${state}`)} help={t(`live/${state}Help`)} />
      )}
      {shown.length === 0 && !hasNextPage ? (
        <EmptyState
          icon={IconActivity}
          title={t(narrowed ? 'activity/nothing' : 'activity/empty')}
          help={narrowed ? undefined : t('activity/emptyHelp')}
        >
          {narrowed ? (
            <Button size="xs" variant="default" onClick={onReset}>
              {t('activity/reset')}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      <ol className={classes['list']} tabIndex={0} aria-label={t('activity/title')} aria-live="polite">
        {shown.map((line, index) => (
          <FeedItem
            key={line.key}
            line={line}
            fresh={(line.entries[0]?.position ?? -1) > since}
            day={days[index] === days[index - 1] ? null : (days[index] ?? null)}
          />
        ))}
        <li className={classes['foot']}>
          {hasNextPage ? (
            <Button
              size="compact-xs"
              variant="default"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('activity/older')}
            </Button>
          ) : shown.length > 0 ? (
            <span className="dim">{t('activity/beginning')}</span>
          ) : null}
        </li>
      </ol>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Stack p="md" role="status" aria-label={t('common/loading')}>
      {[70, 50, 60].map((width) => (
        <Skeleton key={width} height={12} width={`${String(width)}%`} />
      ))}
    </Stack>
  );
}
