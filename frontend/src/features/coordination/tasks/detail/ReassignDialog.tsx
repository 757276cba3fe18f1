/** A leader passes a task of the party on to another member of it. */
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { useAssignableMembers } from '@/features/coordination/tasks/form/useAssignableMembers';
import { change, taskQuery } from '@/features/coordination/tasks/queries';

export function ReassignDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const nameOf = useMemberName();
  const members = useAssignableMembers(seat.party).flatMap(({ items }) => items);
  const form = useForm({
    initialValues: { assignee: '' },
    validate: { assignee: (code) => (code ? null : t('tasks/needAssignee')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ assignee }: { assignee: string }) => change(jit.id, task, { assignee }),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.tasks(jit.id), keys.history(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('tasks/assigned', { number: now.number, seat: nameOf(now.assignee) }) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('tasks/reassignTitle', { number: task.number })}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('tasks/reassignHelp')}</Text>
          <Select
            data-autofocus
            required
            searchable
            label={t('tasks/assignee')}
            nothingFoundMessage={t('tasks/noSeat')}
            data={members.filter(({ value }) => value !== task.assignee)}
            {...form.getInputProps('assignee')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('tasks/reassign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
