/** What one sets out to do, said once: purpose, a task of one's own or words, and for how long. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, myTasksQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { PURPOSES, type Purpose, type WorkingSessionForm } from '@/api/views';
import { begin } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

const HOURS = ['1', '2', '4', '8'];

export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState<Purpose>('JIT_PURPOSE');
  const [task, setTask] = useState<string | null>(null);
  const [justification, setJustification] = useState('');
  const [hours, setHours] = useState('4');
  const [tried, setTried] = useState(false);
  const tasks = useQuery({ ...myTasksQuery(jit.id), enabled: may('tasks:read') }).data?.items ?? [];
  const words = justification.trim();
  const run = useMutation({
    mutationFn: (form: WorkingSessionForm) => begin(jit.id, form),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.workingSessions(jit.id) });
      notifications.show({ message: t('work/begun') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (words || task) run.mutate({ purpose, justification: words || null, task, minutes: Number(hours) * 60 });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t('work/beginTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('work/help')}
          </Text>
          <Select
            required
            label={t('openings/purpose')}
            allowDeselect={false}
            data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
            value={purpose}
            onChange={(value) => setPurpose(value ?? 'JIT_PURPOSE')}
          />
          {tasks.length > 0 ? (
            <Select
              clearable
              label={t('work/task')}
              placeholder={t('work/noTask')}
              data={tasks.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
              value={task}
              onChange={setTask}
            />
          ) : null}
          <Textarea
            data-autofocus
            required={task === null}
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            value={justification}
            error={tried && !words && !task ? t('work/needWhy') : null}
            onChange={(event) => setJustification(event.currentTarget.value)}
          />
          <div>
            <Text size="sm" fw={500} mb={2}>
              {t('work/lasts')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('work/lasts')}
              value={hours}
              onChange={setHours}
              data={HOURS.map((value) => ({ value, label: t('work/hours', { count: Number(value) }) }))}
            />
          </div>
          <ProblemNotice error={run.error} />
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
