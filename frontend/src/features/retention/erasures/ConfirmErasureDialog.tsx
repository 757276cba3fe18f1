/** The second leader's word on an erasure: why another wants it, once more, and the number typed before it is done for good. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { confirmErasure } from '@/features/retention/periods/queries';
import { useTeam } from '@/api/team';
import type { ErasureWishView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import type { Subject } from '@/features/retention/periods/subject';
import { useDecided } from '@/features/retention/periods/useDecided';

export function ConfirmErasureDialog({
  of,
  wish,
  onClose,
}: {
  of: Subject;
  wish: ErasureWishView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const decided = useDecided(of.id);
  const form = useForm({
    initialValues: { confirmation: '' },
    validate: { confirmation: (typed) => (typed.trim() === of.number ? null : t('retention/needNumber')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: () => confirmErasure(jit.id, of, form.getValues().confirmation.trim()),
    onSuccess: () => {
      decided(t('retention/erasing', { number: of.number }));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('erasureWish/confirmTitle', { number: of.number })} size="lg">
      <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('erasureWish/confirmHelp', { seat: nameOf(wish.wanted_by) })}</Text>
          <Text size="sm">
            <strong>{wish.reason}</strong>
          </Text>
          <Text size="sm">{t('retention/eraseHelp')}</Text>
          <TextInput
            data-autofocus
            required
            label={t('retention/typeNumber', { number: of.number })}
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
              {t('retention/eraseNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
