/** The messages of a channel, the last below, by day and sender. Begins with the first unread one; seen messages are read. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesQuery, read } from './queries';
import { READING } from '@/features/notifications/notifications/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { dayName } from '@/lib/time';
import { placesOf } from './grouping';
import { MessageRow, type Doing } from './MessageRow';
import classes from './Messages.module.css';

/** Nearer to the end than so many pixels, one follows what comes. */
const NEAR = 80;
const near = (element: HTMLElement) => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;

/** `at`: where one came for, in place of the first unread. */
type Props = {
  channel: ChannelView;
  at: string | null;
  onDo: (what: Doing, message: MessageView) => void;
  onRight: (message: MessageView) => void;
  onSign: (message: MessageView) => void;
  onTask: ((message: MessageView) => void) | undefined;
};

export function Timeline({ channel, at, onDo, onRight, onSign, onTask }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const queries = useQueryClient();
  const [fresh] = useState(channel.first_unread);
  const first = at ?? fresh;
  const {
    data,
    error,
    isPending,
    refetch,
    hasNextPage,
    hasPreviousPage,
    fetchNextPage,
    fetchPreviousPage,
    isFetchingNextPage,
    isFetchingPreviousPage,
  } = useInfiniteQuery(messagesQuery(jit.id, channel.id, first));
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const places = placesOf(all, zone, [fresh]);
  const last = all.at(-1);
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(false);
  const placed = useRef(false);
  const visible = useDocumentVisibility() === 'visible';
  const ended = data !== undefined && !hasNextPage;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || all.length === 0) return;
    const mark = placed.current ? null : element.querySelector('[data-fresh]');
    if (mark) mark.scrollIntoView({ block: 'start' });
    else if (following.current && ended) element.scrollTop = element.scrollHeight;
    placed.current = true;
    following.current = near(element);
    setAtEnd(following.current);
  }, [all.length, last?.id, last?.version, ended]);

  // From the first unread on there may be room for what was said before it.
  useEffect(() => {
    const element = box.current;
    if (!element || !hasPreviousPage || isFetchingPreviousPage || element.scrollHeight > element.clientHeight + NEAR)
      return;
    placed.current = false;
    void fetchPreviousPage();
  }, [hasPreviousPage, isFetchingPreviousPage, fetchPreviousPage, all.length]);

  // At the end of the list, new messages are loaded, however many there are.
  useEffect(() => {
    if (hasNextPage && following.current && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last?.id]);

  const { mutate: readTo } = useMutation({
    scope: READING,
    mutationFn: (message: string) => read(jit.id, channel.id, message),
    // Notifications about these messages count as read, too.
    onSuccess: () => {
      for (const queryKey of [keys.channels(jit.id), keys.noticeCounts(jit.id), keys.notices(jit.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const unread = channel.unread > 0;
  const lastId = last?.id;
  useEffect(() => {
    if (!visible || !unread || !lastId || !ended || !atEnd) return;
    readTo(lastId);
  }, [visible, unread, lastId, ended, atEnd, readTo]);

  return (
    <div
      ref={box}
      className={classes['timeline']}
      tabIndex={0}
      role="log"
      aria-label={t('messages/timeline', { name: channel.name })}
      onScroll={({ currentTarget }) => {
        following.current = near(currentTarget);
        setAtEnd(following.current);
      }}
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? (
        <div role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {hasPreviousPage ? (
        <div className={classes['turn']}>
          <Button
            variant="default"
            size="compact-xs"
            loading={isFetchingPreviousPage}
            onClick={() => void fetchPreviousPage()}
          >
            {t('messages/earlier')}
          </Button>
        </div>
      ) : null}
      {data && all.length === 0 ? (
        <EmptyState
          icon={IconMessages}
          title={t('messages/silent')}
          {...(channel.may.talk ? { help: t('messages/silentHelp') } : {})}
        />
      ) : null}
      {all.map((message, index) => (
        <Fragment key={message.id}>
          {places[index]?.day ? <h3 className={classes['day']}>{dayName(message.at, zone, locale)}</h3> : null}
          {message.id === fresh ? (
            <div className={classes['fresh']} data-fresh={at === null || undefined} role="separator">
              {t('messages/fresh')}
            </div>
          ) : null}
          <div
            id={message.id}
            data-fresh={message.id === at || undefined}
            data-continued={places[index]?.continued || undefined}
          >
            <MessageRow
              message={message}
              continued={places[index]?.continued ?? false}
              open={channel.closed_at === null}
              onDo={onDo}
              onRight={channel.may.decide ? onRight : undefined}
              onSign={onSign}
              onTask={onTask}
            />
          </div>
        </Fragment>
      ))}
      {hasNextPage ? (
        <div className={classes['turn']}>
          <Button variant="default" size="compact-xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('messages/later')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
