/** The last entry: confirmed by the team's reference, typed. Nothing follows it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { closeIt, type ClosingView } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useDone } from './done';

export function CloseDialog({ of, onClose }: { of: ClosingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const done = useDone(jit.id, onClose);
  const form = useForm({
    initialValues: { confirmation: '' },
    validate: { confirmation: (typed) => (typed.trim() === jit.reference ? null : t('closing/needReference')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: () => closeIt(jit.id, of, form.getValues().confirmation.trim()),
    onSuccess: () => done(t('closing/done')),
  });
  return (
    <Dialog onClose={onClose} title={t('closing/close')} size="lg">
      <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('closing/closeHelp')}</Text>
          <TextInput
            data-autofocus
            required
            label={t('closing/typeReference', { reference: jit.reference })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            {...form.getInputProps('confirmation')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" color="red" loading={run.isPending}>
              {t('closing/close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
