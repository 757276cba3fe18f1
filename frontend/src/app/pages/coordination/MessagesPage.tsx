/** The list of channels, and beside it the chosen channel or the results of a search. */
import { Skeleton, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMessages, IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, DAYS_UNSAID, talkRulesQuery } from '@/features/coordination/messages/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Awaiting } from '@/features/coordination/messages/signatures/Awaiting';
import { ChannelList } from '@/features/coordination/messages/channels/ChannelList';
import { ChannelScreen } from '@/features/coordination/messages/ChannelScreen';
import { MessageSearch } from '@/features/coordination/messages/channels/MessageSearch';
import { TalkRule } from '@/features/coordination/messages/channels/TalkRule';
import classes from '@/features/coordination/messages/Messages.module.css';
import { useTyped } from '@/lib/useTyped';
import { Missing } from '@/app/Fallbacks';

/** So much of the decision is proposed as the title. */
const TITLE = 120;

const TaskDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
}));
const OpenDialog = lazy(async () => ({
  default: (await import('@/features/coordination/messages/channels/OpenDialog')).OpenDialog,
}));

export function MessagesPage() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const navigate = useNavigate();
  const { channel: chosen = null } = useParams({ strict: false });
  const { q = '', at = null } = useSearch({ strict: false });
  const { data: channels, error, refetch } = useQuery(channelsQuery(jit.id));
  const { data: rules } = useQuery(talkRulesQuery(jit.id));
  const queries = useQueryClient();
  const [opening, setOpening] = useState(false);
  const [tasking, setTasking] = useState<MessageView | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => search.current?.focus()]]);
  const look = (wanted: string | undefined) =>
    void navigate({ to: '.', search: wanted ? { q: wanted } : {}, replace: true });
  const [words, setWords] = useTyped(q, look, 250);
  const rule = rules?.[0];
  const days = rule?.days ?? DAYS_UNSAID;
  const channel = channels?.find(({ id }) => id === chosen);
  return (
    <div className={classes['screen']} data-within={chosen !== null || q !== '' || undefined}>
      <h1 className={`visually-hidden ${classes['narrow'] ?? ''}`}>{t('messages/title')}</h1>
      <aside className={classes['side']}>
        <div className={classes['top']}>
          <Title order={1}>{t('messages/title')}</Title>
          <TextInput
            ref={search}
            size="xs"
            aria-label={t('messages/search')}
            placeholder={t('messages/searchHelp')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        <Awaiting />
        {channels ? (
          <ChannelList
            channels={channels}
            chosen={chosen}
            onOpen={may('channels:open') ? () => setOpening(true) : null}
          />
        ) : (
          <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
            <Skeleton height={160} />
          </div>
        )}
        {rules ? <TalkRule days={days} clause={rule?.clause ?? null} /> : null}
      </aside>
      {q && channels ? <MessageSearch q={q} channels={channels} onEnd={() => look(undefined)} /> : null}
      {/* While one searches it waits, with what is half written in it. */}
      {channel ? (
        <ChannelScreen
          key={channel.id}
          channel={channel}
          days={days}
          at={at}
          hidden={q !== ''}
          onTask={may('tasks:assign') ? setTasking : undefined}
        />
      ) : q && channels ? null : channels && chosen ? (
        <Missing />
      ) : (
        <section className={classes['pane']} data-empty>
          {channels && channels.length > 0 ? (
            <EmptyState icon={IconMessages} title={t('messages/choose')} help={t('messages/chooseHelp')} />
          ) : null}
        </section>
      )}
      {tasking ? (
        <Suspense fallback={null}>
          <TaskDrawer
            decisions={[tasking.id]}
            given={{ title: (tasking.text ?? '').slice(0, TITLE) }}
            onClose={() => setTasking(null)}
            onDone={() => {
              setTasking(null);
              void queries.invalidateQueries({ queryKey: keys.messages(jit.id) });
            }}
          />
        </Suspense>
      ) : null}
      {opening ? (
        <Suspense fallback={null}>
          <OpenDialog
            onClose={() => setOpening(false)}
            onDone={(made) => {
              setOpening(false);
              void navigate({
                to: '/jits/$jit/messages/$channel',
                params: { jit: jit.id, channel: made.id },
                search: {},
              });
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
