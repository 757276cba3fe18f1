/** Consents of one's own party, both ways: what waits for us, what we asked, what is over. */
import { Button, Skeleton } from '@mantine/core';
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { AskDialog } from './AskDialog';
import { ConsentDialog } from './ConsentDialog';
import { ConsentRow } from './ConsentRow';
import classes from './Consents.module.css';

export function ConsentsScreen({ onTask }: { onTask: ((one: ConsentView) => void) | undefined }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<ConsentView | null>(null);
  const forUs = useInfiniteQuery(consentsQuery(jit.id, 'asked', true));
  const byUs = useInfiniteQuery(consentsQuery(jit.id, 'asking', true));
  const over = useInfiniteQuery(consentsQuery(jit.id, null, false));
  const party = partyName(seat.party ?? '');
  const lists = [
    { name: 'forUs' as const, part: forUs },
    { name: 'byUs' as const, part: byUs },
    { name: 'over' as const, part: over },
  ].map((list) => ({ ...list, rows: list.part.data?.pages.flatMap(({ items }) => items) ?? [] }));
  // A request that was just answered stands in two lists until both are read anew: it is shown once, as it is now.
  const newest = new Map<string, ConsentView>();
  for (const one of lists.flatMap(({ rows }) => rows))
    if (one.version > (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one);
  const groups = lists.map((list) => ({ ...list, rows: list.rows.filter((one) => newest.get(one.id) === one) }));
  const parts = groups.map(({ part }) => part);
  const now = groups.flatMap(({ rows }) => rows).find(({ id }) => id === open?.id) ?? open;
  const button = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsking(true)}>
      {t('consents/askParty')}
    </Button>
  );
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('consents/title')} help={t('consents/help')}>
          {button}
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
      {groups.map(({ name, part, rows }) =>
        rows.length > 0 ? (
          <section key={name} className={classes['group']} aria-labelledby={`consents-${name}`}>
            <h2 id={`consents-${name}`} className={classes['heading']}>
              {name === 'over' ? t('consents/over') : t(`consents/${name}`, { party })}
            </h2>
            <ul className={classes['list']}>
              {rows.map((one) => (
                <ConsentRow key={one.id} one={one} onOpen={() => setOpen(one)} />
              ))}
            </ul>
            {part.hasNextPage ? (
              <div className={classes['pad']}>
                <Button
                  variant="default"
                  size="xs"
                  loading={part.isFetchingNextPage}
                  onClick={() => void part.fetchNextPage()}
                >
                  {t('common/more')}
                </Button>
              </div>
            ) : null}
          </section>
        ) : null,
      )}
      {parts.every(({ isSuccess }) => isSuccess) && groups.every(({ rows }) => rows.length === 0) ? (
        <EmptyState icon={IconMessageQuestion} title={t('consents/empty')} help={t('consents/emptyHelp')} />
      ) : null}
      {asking ? <AskDialog exhibit={null} onClose={() => setAsking(false)} /> : null}
      {now ? (
        <ConsentDialog
          key={now.id}
          one={now}
          onClose={() => setOpen(null)}
          onTask={
            onTask
              ? () => {
                  setOpen(null);
                  onTask(now);
                }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}
