/** Another word on an erasure of fields, of a second leader or of who obtained it jointly: what was decided, and the position typed. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { agree, confirm } from './queries';
import { useMemberName } from '@/components/text/useMemberName';
import { useTeam } from '@/api/team';
import type { FieldErasureView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function ConfirmFieldsDialog({
  position,
  one,
  agreeing,
  onClose,
}: {
  position: number;
  one: FieldErasureView;
  agreeing: boolean;
  onClose: () => void;
}) {
  const nameOf = useMemberName();
  const { t } = useTranslation();
  const { jit } = useTeam();
  const form = useForm({
    initialValues: { confirmation: '' },
    validate: { confirmation: (typed) => (typed.trim() === String(position) ? null : t('fieldErasure/needPosition')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: () => (agreeing ? agree : confirm)(jit.id, position, one.id, form.getValues().confirmation.trim()),
    onSuccess: onClose,
  });
  return (
    <Dialog
      onClose={onClose}
      title={t(agreeing ? 'fieldErasure/agreeTitle' : 'fieldErasure/confirmTitle', { position })}
      size="lg"
    >
      <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {t(agreeing ? 'fieldErasure/agreeHelp' : 'erasureWish/confirmHelp', { seat: nameOf(one.wanted_by) })}
          </Text>
          <Text size="sm">
            <strong>{one.reason}</strong>
          </Text>
          <Text size="sm">
            {t('fieldErasure/help')} {t('fieldErasure/stands')}
          </Text>
          <TextInput
            data-autofocus
            required
            label={t('fieldErasure/typePosition', { position })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            {...form.getInputProps('confirmation')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending} color="red">
              {t(agreeing ? 'fieldErasure/agree' : 'retention/eraseNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
