/** The history of a notice: each state that it reached, the newest first. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { noticeMovesQuery, type NoticeView } from './queries';
import classes from '@/features/requests/request/Request.module.css';

export function NoticeMovesPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const list = useInfiniteQuery(noticeMovesQuery(jit.id, notice.id));
  const moves = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('requestDetail/history')}>
      <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && moves.length === 0 ? <p className={classes['none']}>{t('noticeDetail/noMoves')}</p> : null}
      <ol className={classes['list']}>
        {moves.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div>
              {t(`noticeState/${one.former}`)} → {t(`noticeState/${one.state}`)}
              <div className={classes['small']}>
                <When at={one.occurred_at} form="column" /> · {nameOf(one.seat)}
              </div>
              {one.ground ? <div className={classes['small']}>{t(`noticeGround/${one.ground}`)}</div> : null}
              {one.reason ? <div className={classes['small']}>{visible(one.reason)}</div> : null}
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
