/** The history of a task, from its entries in the ledger: the newest first. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { told } from './history';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function HistoryPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const word = useWord();
  const nameOf = useMemberName();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    historyQuery(jit.id, task.id),
  );
  const entries = data?.pages.flatMap(({ items }) => items).reverse() ?? [];
  return (
    <Panel title={t('tasks/history')} aside={t('tasks/historyHelp')}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <ol className={classes['list']}>
        {entries.map((entry) => (
          <li key={entry.commitment} className={classes['entry']}>
            <div className={classes['byline']}>
              {word('entry', entry.kind ?? '')}{' '}
              <span className="dim">
                {entry.seat ? nameOf(entry.seat) : null}
                {entry.at ? (
                  <>
                    {' '}
                    · <When at={entry.at} />
                  </>
                ) : null}
              </span>
            </div>
            {told(entry, { t, word, nameOf, zone, locale }).map((line) => (
              <div key={line} className={classes['told']}>
                {line}
              </div>
            ))}
          </li>
        ))}
      </ol>
      {hasNextPage ? (
        <Button variant="default" size="compact-xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common/more')}
        </Button>
      ) : null}
    </Panel>
  );
}
