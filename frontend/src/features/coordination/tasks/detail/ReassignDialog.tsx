/** A leader passes a task of the party on to other members of it. */
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
import { CoAssigneesField } from '@/features/coordination/tasks/form/CoAssigneesField';
import { useAssignableMembers } from '@/features/coordination/tasks/form/useAssignableMembers';
import { change, taskQuery } from '@/features/coordination/tasks/queries';

export function ReassignDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const nameOf = useMemberName();
  const members = useAssignableMembers(seat.party).flatMap(({ items }) => items);
  const form = useForm({
    initialValues: { assignee: task.assignee, coAssignees: task.co_assignees },
    validate: { assignee: (code) => (code ? null : t('tasks/needAssignee')) },
  });
  const { run, notice } = useFormMutation(form, {
    names: { co_assignees: 'coAssignees' },
    mutationFn: ({ assignee, coAssignees }: typeof form.values) =>
      change(jit.id, task, { assignee, co_assignees: coAssignees }),
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
            data={members}
            {...form.getInputProps('assignee')}
            onChange={(assignee: string | null) => {
              form.setFieldValue('assignee', assignee ?? '');
              form.setFieldValue('coAssignees', (codes) => codes.filter((code) => code !== assignee));
            }}
          />
          <CoAssigneesField
            assignee={form.values.assignee}
            value={form.values.coAssignees}
            error={form.errors['coAssignees']}
            onChange={(codes) => form.setFieldValue('coAssignees', codes)}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending} disabled={!form.isDirty()}>
              {t('tasks/reassign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
