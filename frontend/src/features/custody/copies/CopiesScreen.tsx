/** Copies: questions to the own party, unanswered questions to others, and all copies held. */
import { Skeleton } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copiesQuery } from './queries';
import { useTeam } from '@/api/team';
import type { CopyView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { AnswerDialog } from './AnswerDialog';
import { CopyRow } from './CopyRow';
import classes from './Copies.module.css';

export function CopiesScreen() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [answering, setAnswering] = useState<CopyView | null>(null);
  const lists = [
    { name: 'askedOfUs' as const, part: useInfiniteQuery(copiesQuery(jit.id, 'held', true)) },
    { name: 'owedToUs' as const, part: useInfiniteQuery(copiesQuery(jit.id, 'given', true)) },
    { name: 'held' as const, part: useInfiniteQuery(copiesQuery(jit.id, 'held', false)) },
    { name: 'given' as const, part: useInfiniteQuery(copiesQuery(jit.id, 'given', false)) },
  ].map((list) => ({ ...list, rows: list.part.data?.pages.flatMap(({ items }) => items) ?? [] }));
  // A copy that was just answered is in two lists until both are reloaded: show it once, with its new state.
  const newest = new Map<string, CopyView>();
  for (const one of lists.flatMap(({ rows }) => rows))
    if (one.version > (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one);
  const groups = lists.map((list) => ({ ...list, rows: list.rows.filter((one) => newest.get(one.id) === one) }));
  const parts = groups.map(({ part }) => part);
  const now = answering ? (newest.get(answering.id) ?? answering) : null;
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('copies/page')} term="copy" help={t('copies/help')} />
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
          <section key={name} className={classes['group']} aria-labelledby={`copies-${name}`}>
            <h2 id={`copies-${name}`} className={classes['heading']}>
              {t(`copies/${name}`)}
            </h2>
            <ul className={classes['list']}>
              {rows.map((one) => (
                <CopyRow key={one.id} one={one} named onAnswer={() => setAnswering(one)} />
              ))}
            </ul>
            {part.hasNextPage ? (
              <div className={classes['pad']}>
                <MoreButton list={part} size="xs" />
              </div>
            ) : null}
          </section>
        ) : null,
      )}
      {parts.every(({ isSuccess }) => isSuccess) && groups.every(({ rows }) => rows.length === 0) ? (
        <EmptyState icon={IconCopyCheck} title={t('copies/empty')} help={t('copies/emptyHelp')} />
      ) : null}
      {now ? <AnswerDialog copy={now} onClose={() => setAnswering(null)} /> : null}
    </div>
  );
}
