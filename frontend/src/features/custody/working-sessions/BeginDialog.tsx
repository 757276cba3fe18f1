/** The form of a working session: purpose, task or justification, and duration. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys, myTasksQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { PURPOSES, type Purpose } from '@/api/views';
import { begin } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

const HOURS = ['1', '2', '4', '8'];

export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { purpose: 'JIT_PURPOSE' as Purpose, task: null as string | null, justification: '', hours: '4' },
    validate: { justification: (value, { task }) => (value.trim() || task ? null : t('work/needWhy')) },
  });
  const tasks = useQuery({ ...myTasksQuery(jit.id), enabled: may('tasks:read') }).data?.items ?? [];
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ justification, hours, ...said }: typeof form.values) =>
      begin(jit.id, { ...said, justification: justification.trim() || null, minutes: Number(hours) * 60 }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
      notifications.show({ message: t('work/begun') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('work/beginTitle')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('work/help')}
          </Text>
          <Select
            required
            label={t('openings/purpose')}
            allowDeselect={false}
            data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
            {...form.getInputProps('purpose')}
          />
          {tasks.length > 0 ? (
            <Select
              clearable
              label={t('work/task')}
              placeholder={t('work/noTask')}
              data={tasks.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
              {...form.getInputProps('task')}
            />
          ) : null}
          <Textarea
            data-autofocus
            required={form.values.task === null}
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            {...form.getInputProps('justification')}
          />
          <div>
            <Text size="sm" fw={500} mb={2}>
              {t('work/lasts')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('work/lasts')}
              data={HOURS.map((value) => ({ value, label: t('work/hours', { count: Number(value) }) }))}
              {...form.getInputProps('hours')}
            />
          </div>
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('work/beginNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
