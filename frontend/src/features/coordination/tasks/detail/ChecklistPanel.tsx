/** The checklist of a task. Items are ticked one by one, so concurrent ticks are all kept. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { check, taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { ChecklistForm, TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { remainingText } from '@/lib/remainingText';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function ChecklistPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { checklist, may } = task;
  const doing = {
    mutationFn: (body: ChecklistForm) => check(jit.id, task.id, body),
    onSuccess: (now: TaskView, { add: [added] = [] }: ChecklistForm) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      // Text typed during sending is not added yet.
      if (added) setText((typed) => remainingText(typed.trimStart(), added));
    },
    // Reload the list after success and failure: another user may have removed the item.
    onSettled: () => {
      for (const queryKey of [keys.task(jit.id, task.id), keys.tasks(jit.id), keys.history(jit.id, task.id)])
        void queries.invalidateQueries({ queryKey });
    },
  };
  const run = useMutation(doing);
  // Apart, so that one may tick while an item is added, and each says what became of it.
  const adding = useMutation(doing);
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words && !adding.isPending) adding.mutate({ add: [words] });
  };
  if (checklist.length === 0 && !may.items) return null;
  const done = checklist.filter((one) => one.done_at !== null).length;
  return (
    <Panel
      title={t('taskParts/checklist')}
      aside={checklist.length > 0 ? t('taskParts/done', { done, count: checklist.length }) : undefined}
    >
      <ul className={classes['list']}>
        {checklist.map((one) => (
          <li key={one.id} className={classes['item']} data-done={one.done_at !== null || undefined}>
            <Checkbox
              size="sm"
              disabled={!may.tick}
              checked={one.done_at !== null}
              label={one.text}
              description={
                one.done_by && one.done_at ? (
                  <>
                    {nameOf(one.done_by)} · <When at={one.done_at} />
                  </>
                ) : null
              }
              onChange={(event) => run.mutate(event.currentTarget.checked ? { tick: [one.id] } : { untick: [one.id] })}
            />
            {may.items ? (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('taskParts/remove', { item: one.text })}
                onClick={() => run.mutate({ remove: [one.id] })}
              >
                <IconX size={14} />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {may.items ? (
        <form onSubmit={add} className={classes['adding']} noValidate>
          <TextInput
            size="xs"
            maxLength={300}
            aria-label={t('taskParts/add')}
            placeholder={t('taskParts/add')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={!text.trim()}
            loading={adding.isPending}
          >
            {t('taskParts/addIt')}
          </Button>
        </form>
      ) : null}
      <ProblemNotice error={adding.error ?? run.error} />
    </Panel>
  );
}
