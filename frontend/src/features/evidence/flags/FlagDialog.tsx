/** Saying that another party's exhibit, which one may not disclose, may exonerate somebody. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { flag } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function FlagDialog({ exhibit, onClose }: { exhibit: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { exonerates: '', justification: '' },
    validate: {
      exonerates: (value) => (value.trim() ? null : t('flags/need')),
      justification: (value) => (value.trim() ? null : t('openings/needJustification')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ exonerates, justification }: typeof form.values) =>
      flag(jit.id, exhibit.id, { exonerates: exonerates.trim(), justification: justification.trim() }),
    onSuccess: () => {
      for (const queryKey of [keys.flags(jit.id), keys.custody(jit.id, exhibit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('flags/done') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={t('flags/flagTitle', { number: exhibit.exhibit_number })}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('flags/flagHelp', { party: partyName(exhibit.originator) })}
          </Text>
          <Textarea
            data-autofocus
            required
            autosize
            minRows={3}
            maxLength={10_000}
            label={t('flags/exonerates')}
            placeholder={t('flags/exoneratesHelp')}
            {...form.getInputProps('exonerates')}
          />
          <Textarea
            required
            maxLength={10_000}
            label={t('openings/justification')}
            placeholder={t('openings/justificationHelp')}
            {...form.getInputProps('justification')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('flags/flagYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
