/** My tasks in all of my teams: what is proposed to me, and what is mine, the next deadline first. */
import { Button, Skeleton, Title } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allMyTasksQuery } from '@/features/coordination/tasks/queries';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { MyTaskRow } from './MyTaskRow';
import classes from './MyTasks.module.css';

export function MyTasksScreen() {
  const { t } = useTranslation();
  const mine = useInfiniteQuery(allMyTasksQuery(false));
  const proposed = useInfiniteQuery(allMyTasksQuery(true));
  const parts = [
    ['taskViews/mineProposed', proposed],
    ['taskViews/mineTitle', mine],
  ] as const;
  const found = parts.map(([word, part]) => ({
    word,
    part,
    items: part.data?.pages.flatMap(({ items }) => items) ?? [],
  }));
  return (
    <div className={classes['screen']}>
      <Title order={1}>{t('taskViews/mineTitle')}</Title>
      <p className="dim">{t('taskViews/mineHelp')}</p>
      {parts.some(([, part]) => part.isPending) ? (
        <Skeleton height={120} role="status" aria-label={t('common/loading')} />
      ) : null}
      {found.map(({ word, part }) =>
        part.error ? <ProblemNotice key={word} error={part.error} onRetry={() => void part.refetch()} /> : null,
      )}
      {found
        .filter(({ items }) => items.length > 0)
        .map(({ word, part, items }) => (
          <section key={word} className={classes['group']} aria-labelledby={word}>
            <h2 id={word} className={classes['heading']}>
              {t(word)}{' '}
              <span className="dim">
                {items.length}
                {part.hasNextPage ? '+' : ''}
              </span>
            </h2>
            <ul className={classes['list']}>
              {items.map((one) => (
                <MyTaskRow key={one.task.id} one={one} />
              ))}
            </ul>
            {part.hasNextPage ? (
              <Button
                variant="default"
                size="xs"
                m="xs"
                loading={part.isFetchingNextPage}
                onClick={() => void part.fetchNextPage()}
              >
                {t('common/more')}
              </Button>
            ) : null}
          </section>
        ))}
      {parts.every(([, part]) => part.isSuccess) && found.every(({ items }) => items.length === 0) ? (
        <EmptyState icon={IconChecklist} title={t('taskViews/mineEmpty')} help={t('taskViews/mineEmptyHelp')} />
      ) : null}
    </div>
  );
}
