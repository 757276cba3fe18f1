/** The comments on a task, newest last, and the field for a new one. Comments are permanent. */
import { Button, Group, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { commentsQuery, say } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { Words } from '@/components/text/Words';
import { remainingText } from '@/lib/remainingText';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function CommentsPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const nameOf = useMemberName();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { data, error, isSuccess, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    commentsQuery(jit.id, task.id),
  );
  const said = data?.pages.flatMap(({ items }) => items).reverse() ?? [];
  const send = useMutation({
    mutationFn: (words: string) => say(jit.id, task.id, words),
    onSuccess: async (_, words) => {
      // Text typed during sending is not part of the comment.
      setText((now) => remainingText(now.trimStart(), words));
      await Promise.all(
        [
          keys.comments(jit.id, task.id),
          keys.task(jit.id, task.id),
          keys.tasks(jit.id),
          keys.history(jit.id, task.id),
        ].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() && !send.isPending) send.mutate(text.trim());
  };
  return (
    <Panel title={t('tasks/comments')}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {hasNextPage ? (
        <Button variant="default" size="compact-xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('tasks/earlier')}
        </Button>
      ) : null}
      {isSuccess && said.length === 0 ? <p className={classes['none']}>{t('tasks/silent')}</p> : null}
      <ul className={classes['list']}>
        {said.map((one) => (
          <li key={one.id} className={classes['comment']}>
            <div className={classes['byline']}>
              {one.seat === seat.code ? t('live/you') : nameOf(one.seat)}{' '}
              <span className="dim">
                · <When at={one.at} />
              </span>
            </div>
            <div className={classes['prose']}>
              <Words of={one} name="text">
                {one.text}
              </Words>
            </div>
          </li>
        ))}
      </ul>
      {task.may.comment ? (
        <form onSubmit={submit} noValidate>
          <Textarea
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            label={t('tasks/comment')}
            description={t('tasks/commentHelp')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
          <ProblemNotice error={send.error} />
          <Group justify="flex-end" mt="xs">
            <Button type="submit" size="xs" loading={send.isPending} disabled={!text.trim()}>
              {t('tasks/send')}
            </Button>
          </Group>
        </form>
      ) : null}
    </Panel>
  );
}
