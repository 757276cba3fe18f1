/**
 * The uploader's signed statement for a release outside the Union: reason, necessity, and legal basis of the transfer.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { attest } from './queries';
import { useTeam } from '@/api/team';
import type { AttestationForm, WaitingReleaseView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { AttestationFields, attestationOf, NO_ATTESTATION } from '@/components/sharing/AttestationFields';
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
    initialValues: NO_ATTESTATION,
    validate: { necessity: need, proportionality: need, transfer_basis: need, record: need },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (body: AttestationForm) => attest(jit.id, wish, body),
    onSuccess: onDone,
  });
  const party = partyName(wish.party);
  const submit = form.onSubmit((values) => {
    const signed = attestationOf(values);
    if (signed) run.mutate(signed);
  });
  return (
    <Dialog onClose={onClose} title={t('gates/attestTitle', { party })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('gates/attestHelp', { party })}</Text>
          <AttestationFields form={form} autoFocus />
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
