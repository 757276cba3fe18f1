/** The same changes of several tasks: all of them are changed, or none. Refused tasks are named and can be left out. */
import { Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { TaskState, TaskView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { DueField } from '@/features/coordination/tasks/form/DueField';
import { blank, momentOf, type Draft } from '@/features/coordination/tasks/form/draft';
import { useAssignableMembers } from '@/features/coordination/tasks/form/useAssignableMembers';
import { changeMany, taskQuery } from '@/features/coordination/tasks/queries';

type Refused = { task: string; detail: string };
type Props = { tasks: TaskView[]; onKeep: (ids: string[]) => void; onClose: () => void; onDone: () => void };

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
const STATES: readonly TaskState[] = ['open', 'declined', 'in_progress', 'blocked', 'done', 'cancelled'];

const refusedOf = (error: unknown): Refused[] =>
  error instanceof Problem && error.code === 'rows-refused' ? (error.document['rows'] as Refused[]) : [];

export function ManyTasksDialog({ tasks, onKeep, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const members = useAssignableMembers();
  const [draft, setDraft] = useState<Draft>(blank(zone));
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number] | null>(null);
  const [state, setState] = useState<TaskState | null>(null);
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const { at, fault } = momentOf(draft);
  const changes = {
    ...(draft.assignee ? { assignee: draft.assignee } : {}),
    ...(priority ? { priority } : {}),
    ...(at ? { due_at: at, due_zone: draft.zone } : {}),
    ...(state ? { state, despite_open: sure, ...(reason.trim() ? { reason: reason.trim() } : {}) } : {}),
  };
  const run = useMutation({
    mutationFn: () => changeMany(jit.id, tasks, changes),
    onSuccess: (now) => {
      for (const one of now) {
        queries.setQueryData(taskQuery(jit.id, one.id).queryKey, one);
        void queries.invalidateQueries({ queryKey: keys.history(jit.id, one.id) });
      }
      void queries.invalidateQueries({ queryKey: keys.tasks(jit.id) });
      notifications.show({ message: t('manyTasks/changed', { count: now.length }) });
      onDone();
    },
    // Another user may have changed a task: the list then shows its present version.
    onError: () => void queries.invalidateQueries({ queryKey: keys.tasks(jit.id) }),
  });
  const refused = refusedOf(run.error);
  const left = tasks.filter(({ id }) => refused.every(({ task }) => task !== id));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!run.isPending) run.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('manyTasks/title', { count: tasks.length })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('manyTasks/help')}</Text>
          <Select
            data-autofocus
            searchable
            clearable
            label={t('tasks/assignee')}
            placeholder={t('manyTasks/unchanged')}
            nothingFoundMessage={t('tasks/noSeat')}
            data={members}
            value={draft.assignee || null}
            onChange={(assignee) => setDraft({ ...draft, assignee: assignee ?? '' })}
          />
          <DueField
            draft={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
            theirs={null}
            error={fault ? t(fault) : undefined}
          />
          <Select
            clearable
            label={t('tasks/priority')}
            placeholder={t('manyTasks/unchanged')}
            data={PRIORITIES.map((value) => ({ value, label: t(`priority/${value}`) }))}
            value={priority}
            onChange={(value) => setPriority(PRIORITIES.find((one) => one === value) ?? null)}
          />
          <Select
            clearable
            label={t('tasks/state')}
            placeholder={t('manyTasks/unchanged')}
            data={STATES.map((value) => ({ value, label: t(`taskState/${value}`) }))}
            value={state}
            onChange={(value) => setState(STATES.find((one) => one === value) ?? null)}
          />
          {state ? (
            <Textarea
              autosize
              minRows={2}
              maxLength={2000}
              label={t('common/reason')}
              description={t('manyTasks/reasonHelp')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          {state === 'done' ? (
            <Checkbox
              label={t('manyTasks/despiteOpen')}
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
          ) : null}
          {refused.length > 0 ? (
            <Notice tone="warn" title={t('manyTasks/refused')}>
              <ul>
                {refused.map(({ task, detail }) => (
                  <li key={task}>
                    {tasks.find(({ id }) => id === task)?.number ?? t('tasks/gone')}
                    {t('common/colon')}
                    {detail}
                  </li>
                ))}
              </ul>
              {left.length > 0 && left.length < tasks.length ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => {
                    run.reset();
                    onKeep(left.map(({ id }) => id));
                  }}
                >
                  {t('manyTasks/leaveOut')}
                </Button>
              ) : null}
            </Notice>
          ) : (
            <ProblemNotice error={run.error} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              type="submit"
              loading={run.isPending}
              disabled={tasks.length === 0 || fault !== null || Object.keys(changes).length === 0}
            >
              {t('manyTasks/act', { count: tasks.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
