/** Dialogs before a task is started or finished although other tasks or checklist items are open: they name each of them. */
import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import type { TaskState, TaskView } from '@/api/views';

export type OpenParts = {
  open_tasks: { id: string; number: string; title: string; state: TaskState }[];
  open_items: { id: string; text: string }[];
};

/** The open parts that a refusal names; null for any other error. */
export function openPartsOf(error: unknown): OpenParts | null {
  return error instanceof Problem && error.code === 'task-has-open-parts'
    ? (error.document as unknown as OpenParts)
    : null;
}

type Props = { title: string; help: string; action: string; onClose: () => void; onConfirm: () => void };

function Asking({ title, help, action, onClose, onConfirm, children }: Props & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title}>
      <Text size="sm">{help}</Text>
      {children}
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common/cancel')}
        </Button>
        <Button onClick={onConfirm}>{action}</Button>
      </Group>
    </Dialog>
  );
}

function Tasks({ tasks }: { tasks: OpenParts['open_tasks'] }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <ul>
      {tasks.map((one) => (
        <li key={one.id}>
          <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: one.id }} className="exhibit-link">
            {one.title} <span className="dim mono">{one.number}</span>
          </Link>{' '}
          <span className="dim">{t(`taskState/${one.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}

type For = { task: TaskView; onClose: () => void; onConfirm: () => void };

export function StartDialog({ task, open, ...rest }: For & { open: OpenParts['open_tasks'] }) {
  const { t } = useTranslation();
  return (
    <Asking
      title={t('taskParts/waitsTitle', { number: task.number })}
      help={t('taskParts/waitsHelp')}
      action={t('taskParts/allTheSame')}
      {...rest}
    >
      <Tasks tasks={open} />
    </Asking>
  );
}

export function FinishDialog({ task, open, ...rest }: For & { open: OpenParts }) {
  const { t } = useTranslation();
  return (
    <Asking
      title={t('taskParts/openTitle', { number: task.number })}
      help={t('taskParts/openHelp')}
      action={t('taskParts/finishAnyway')}
      {...rest}
    >
      {open.open_tasks.length > 0 ? (
        <section>
          <Text size="sm" fw={600} mt="sm">
            {t('taskParts/openTasks')}
          </Text>
          <Tasks tasks={open.open_tasks} />
        </section>
      ) : null}
      {open.open_items.length > 0 ? (
        <section>
          <Text size="sm" fw={600} mt="sm">
            {t('taskParts/openItems')}
          </Text>
          <ul>
            {open.open_items.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </Asking>
  );
}
