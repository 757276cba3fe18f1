/**
 * The uploader's signed statement for a release outside the Union: reason, necessity, and legal basis of the transfer.
 */
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { attest } from './queries';
import { useTeam } from '@/api/team';
import { TRANSFER_BASES, type AttestationForm, type TransferBasis, type WaitingReleaseView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

export function AttestDialog({
  wish,
  onClose,
  onDone,
}: {
  wish: WaitingReleaseView;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const need = (value: string | null) => (value?.trim() ? null : t('gates/needed'));
  const form = useForm({
    initialValues: { necessity: '', proportionality: '', transfer_basis: null as TransferBasis | null, record: '' },
    validate: { necessity: need, proportionality: need, transfer_basis: need, record: need },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (body: AttestationForm) => attest(jit.id, wish, body),
    onSuccess: onDone,
  });
  const party = partyName(wish.party);
  const submit = form.onSubmit(({ transfer_basis, ...texts }) => {
    if (transfer_basis) run.mutate({ ...texts, transfer_basis });
  });
  const text = (name: 'necessity' | 'proportionality' | 'record') => (
    <Textarea
      required
      autosize
      minRows={2}
      label={t(`gates/${name}`)}
      maxLength={10_000}
      {...form.getInputProps(name)}
      {...(name === 'necessity' ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <Dialog onClose={onClose} title={t('gates/attestTitle', { party })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('gates/attestHelp', { party })}</Text>
          {text('necessity')}
          {text('proportionality')}
          <Radio.Group required label={t('gates/basis')} {...form.getInputProps('transfer_basis')}>
            <Stack gap={4} mt={4}>
              {TRANSFER_BASES.map((basis) => (
                <Radio key={basis} size="xs" value={basis} label={t(`transferBasis/${basis}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {text('record')}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('gates/attest')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
