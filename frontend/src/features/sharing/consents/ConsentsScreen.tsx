/** Requests of and to one's own party by state: to be answered, sent and not answered yet, answered or ended. */
import { Button, Skeleton } from '@mantine/core';
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentQuery, consentsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { Queue } from '@/components/layout/Queue';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { useNow } from '@/lib/useNow';
import { AskDialog } from './AskDialog';
import { ConsentDialog } from './ConsentDialog';
import { ConsentRow } from './ConsentRow';
import classes from './Consents.module.css';

type Props = {
  /** The id of the request whose dialog is open: a part of the address, so that other screens lead to it. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
  onTask: ((one: ConsentView) => void) | undefined;
};

export function ConsentsScreen({ open, onOpen, onTask }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const minute = useNow(60_000);
  const [asking, setAsking] = useState(false);
  const forUs = useInfiniteQuery(consentsQuery(jit.id, 'asked', true));
  const byUs = useInfiniteQuery(consentsQuery(jit.id, 'asking', true));
  const over = useInfiniteQuery(consentsQuery(jit.id, null, false));
  const lists = [
    { name: 'forUs' as const, part: forUs },
    { name: 'byUs' as const, part: byUs },
    { name: 'over' as const, part: over },
  ].map((list) => ({ ...list, rows: list.part.data?.pages.flatMap(({ items }) => items) ?? [] }));
  // A request that was just answered is in two lists until both are reloaded: show it once, with its new state.
  const newest = new Map<string, ConsentView>();
  for (const one of lists.flatMap(({ rows }) => rows))
    if (one.version > (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one);
  const groups = lists.map((list) => ({ ...list, rows: list.rows.filter((one) => newest.get(one.id) === one) }));
  const parts = groups.map(({ part }) => part);
  const settled = parts.every(({ isPending }) => !isPending);
  const listed = groups.flatMap(({ rows }) => rows).find(({ id }) => id === open);
  const older = useQuery({ ...consentQuery(jit.id, open ?? ''), enabled: open !== undefined && settled && !listed });
  const now = open === undefined ? undefined : (listed ?? older.data);
  const empty = parts.every(({ isSuccess }) => isSuccess) && groups.every(({ rows }) => rows.length === 0);
  const button = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsking(true)}>
      {t('consents/askParty')}
    </Button>
  );
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('consents/title')} term="consent" help={t('consents/help')}>
          {settled && empty ? null : button}
        </ScreenHead>
      </div>
      {parts.map((part, index) =>
        part.isError ? (
          <div key={index} className={classes['pad']}>
            <ProblemNotice error={part.error} onRetry={() => void part.refetch()} />
          </div>
        ) : null,
      )}
      {parts.some(({ isPending }) => isPending) ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {settled && !empty
        ? groups.map(({ name, part, rows }) => (
            <Queue
              key={name}
              title={t(`consents/${name}`)}
              count={rows.length}
              todo={name === 'forUs'}
              columns="minmax(0, 1fr) 12rem 10.5rem 10.5rem"
              heads={[
                t('consents/wants'),
                t(`consents/partner/${name}`),
                t('consents/state'),
                t(name === 'over' ? 'consents/answered' : 'consents/due'),
              ]}
              none={t(`consents/none/${name}`)}
              foot={part.hasNextPage ? <MoreButton list={part} size="xs" /> : null}
            >
              {rows.map((one) => (
                <ConsentRow key={one.id} one={one} now={minute} onOpen={() => onOpen(one.id)} />
              ))}
            </Queue>
          ))
        : null}
      {settled && empty ? (
        <EmptyState icon={IconMessageQuestion} title={t('consents/empty')} help={t('consents/emptyHelp')}>
          {button}
        </EmptyState>
      ) : null}
      {older.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={older.error} />
        </div>
      ) : null}
      {asking ? <AskDialog exhibit={null} onClose={() => setAsking(false)} /> : null}
      {now ? (
        <ConsentDialog
          key={now.id}
          one={now}
          onClose={() => onOpen(undefined)}
          onTask={
            onTask
              ? () => {
                  onOpen(undefined);
                  onTask(now);
                }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}
