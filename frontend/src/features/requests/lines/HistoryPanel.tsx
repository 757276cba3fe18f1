/** The history of a request or notice: each move, the newest first. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import classes from '@/features/requests/request/Request.module.css';

type Move = { id: string; occurred_at: string; seat: string; reason: string | null };
/** `moved`: the move in words. `ground`: what the answer names, in words. */
type Props<Shown extends Move> = {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Shown[] }>>;
  empty: string;
  moved: (one: Shown) => ReactNode;
  ground: (one: Shown) => string | null;
};

export function HistoryPanel<Shown extends Move>({ list, empty, moved, ground }: Props<Shown>) {
  const { t } = useTranslation();
  const nameOf = useMemberName();
  const moves = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('requestDetail/history')}>
      <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && moves.length === 0 ? <p className={classes['none']}>{empty}</p> : null}
      <ol className={classes['list']}>
        {moves.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div>
              {moved(one)}
              <div className={classes['small']}>
                <When at={one.occurred_at} form="column" /> · {nameOf(one.seat)}
              </div>
              {[ground(one), one.reason].map((words, place) =>
                words ? (
                  <div key={place} className={classes['small']}>
                    {visible(words)}
                  </div>
                ) : null,
              )}
            </div>
          </li>
        ))}
      </ol>
      {list.hasNextPage ? <MoreButton list={list} size="compact-xs" /> : null}
    </Panel>
  );
}
