/** The history of a request: each state that it and its items reached, the newest first. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { movesQuery, type ItemState, type RequestState, type RequestView } from './queries';
import classes from './Request.module.css';

export function MovesPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const list = useInfiniteQuery(movesQuery(jit.id, request.id));
  const moves = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('requestDetail/history')}>
      <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && moves.length === 0 ? <p className={classes['none']}>{t('requestDetail/noMoves')}</p> : null}
      <ol className={classes['list']}>
        {moves.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div>
              {one.item === null
                ? `${t(`requestState/${one.former as RequestState}`)} → ${t(`requestState/${one.state as RequestState}`)}`
                : t('requestDetail/itemMoved', {
                    place: request.items.find(({ id }) => id === one.item)?.place ?? '',
                    former: t(`requestItemState/${one.former as ItemState}`),
                    state: t(`requestItemState/${one.state as ItemState}`),
                  })}
              <div className={classes['small']}>
                <When at={one.occurred_at} form="column" /> · {nameOf(one.seat)}
              </div>
              {[one.ground, one.reason].map((words, place) =>
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
      {list.hasNextPage ? (
        <Button
          variant="default"
          size="compact-xs"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common/more')}
        </Button>
      ) : null}
    </Panel>
  );
}
