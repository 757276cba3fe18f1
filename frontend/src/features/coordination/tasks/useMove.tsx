/** Changes the state of a task: asks for a reason, warns of open dependencies and checklist items, and can undo. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { isStale } from '@/api/problem';
import { change, taskQuery } from './queries';
import { useTeam } from '@/api/team';
import type { TaskState, TaskView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { FinishDialog, openPartsOf, StartDialog, type OpenParts } from './OpenPartsDialog';
import { unfinished, wayBack, wordOf } from './steps';

type Move = { task: TaskView; to: TaskState };
type Asking = Move & ({ about: 'reason' | 'waits' } | { about: 'open'; open: OpenParts });
const UNDO_SHOWN = 10_000;

export function useMove(): {
  move: (task: TaskView, to: TaskState) => void;
  undo: () => void;
  moving: Move | undefined;
  dialogs: ReactNode;
} {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const back = useRef<(() => void) | null>(null);
  const refresh = (id: string) => {
    for (const queryKey of [keys.tasks(jit.id), keys.task(jit.id, id), keys.history(jit.id, id)])
      void queries.invalidateQueries({ queryKey });
  };
  const failed = (error: unknown, id: string) => {
    // Somebody moved it first: the page shows how it stands now, and the step is offered anew or not.
    if (isStale(error)) refresh(id);
    notifications.show({ color: 'red', title: t('problem/title'), message: words(error) });
  };
  const moved = (former: TaskView, now: TaskView) => {
    queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
    refresh(now.id);
    const way = wayBack(now, former.state);
    const id = `moved-${now.id}`;
    const undo = async () => {
      notifications.hide(id);
      back.current = null;
      try {
        let task = now;
        for (const state of way) task = await change(jit.id, task, { state, despite_open: state === 'done' });
        queries.setQueryData(taskQuery(jit.id, task.id).queryKey, task);
      } catch (error) {
        failed(error, now.id);
      }
      refresh(now.id);
    };
    back.current = way.length > 0 ? () => void undo() : null;
    const said = `${now.number}${t('common/colon')}${t(`taskState/${former.state}`)} → ${t(`taskState/${now.state}`)}`;
    const next =
      former.repeats && (now.state === 'done' || now.state === 'cancelled')
        ? t(now.successor ? 'repeat/made' : 'repeat/notMade', { number: now.successor?.number ?? '' })
        : '';
    notifications.show({
      id,
      autoClose: UNDO_SHOWN,
      message: (
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <span>
            {said} {next}
          </span>
          {way.length > 0 ? (
            <Button size="compact-xs" variant="default" onClick={() => void undo()}>
              {t('taskViews/undo')}
            </Button>
          ) : null}
        </Group>
      ),
    });
  };
  const run = useMutation({
    mutationFn: ({ task, to, sure = false }: Move & { sure?: boolean }) =>
      change(jit.id, task, { state: to, despite_open: sure }),
    onSuccess: (now, { task }) => moved(task, now),
    onError: (error, { task, to }) => {
      const open = openPartsOf(error);
      if (open) setAsking({ task, to, about: 'open', open });
      else failed(error, task.id);
    },
  });
  const go = (task: TaskView, to: TaskState) => {
    const step = task.may.steps.find(({ state }) => state === to);
    if (step?.needs_reason) setAsking({ task, to, about: 'reason' });
    else run.mutate({ task, to });
  };
  const move = (task: TaskView, to: TaskState) => {
    if (!task.may.steps.some(({ state }) => state === to)) {
      notifications.show({
        color: 'orange',
        message: t('taskViews/noStep', {
          number: task.number,
          from: t(`taskState/${task.state}`),
          to: t(`taskState/${to}`),
        }),
      });
    } else if (to === 'in_progress' && task.state === 'open' && unfinished(task).length > 0)
      setAsking({ task, to, about: 'waits' });
    else go(task, to);
  };
  const close = () => setAsking(null);
  const dialogs =
    asking?.about === 'reason' ? (
      <ReasonDialog
        title={t('tasks/stepTitle', { number: asking.task.number })}
        help={`${t('tasks/stepHelp', { state: t(`taskState/${asking.to}`) })}${asking.to === 'cancelled' && asking.task.repeats ? ` ${t('repeat/cancelHelp')}` : ''}`}
        reasonLabel={t('common/reason')}
        action={t(wordOf(asking.task.state, asking.to))}
        danger={asking.to === 'cancelled' || asking.to === 'declined'}
        onClose={close}
        act={async (reason) => moved(asking.task, await change(jit.id, asking.task, { state: asking.to, reason }))}
        onDone={close}
      />
    ) : asking?.about === 'open' ? (
      <FinishDialog
        task={asking.task}
        open={asking.open}
        onClose={close}
        onConfirm={() => {
          close();
          run.mutate({ task: asking.task, to: asking.to, sure: true });
        }}
      />
    ) : asking ? (
      <StartDialog
        task={asking.task}
        open={unfinished(asking.task)}
        onClose={close}
        onConfirm={() => {
          close();
          go(asking.task, asking.to);
        }}
      />
    ) : null;
  return { move, undo: () => back.current?.(), moving: run.isPending ? run.variables : undefined, dialogs };
}
