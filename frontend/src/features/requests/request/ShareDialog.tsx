/** Releases a request to another party: that it exists, or its content. */
import { Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import {
  AttestationFields,
  attestationOf,
  NO_ATTESTATION,
  type AttestationValues,
} from '@/components/sharing/AttestationFields';
import { PartySelect } from '@/features/requests/lines/PartySelect';
import { share, type RequestReleaseView, type RequestView } from './queries';
import { useChanged } from './useChanged';

type Values = AttestationValues & { party: string | null; level: RequestReleaseView['level'] };

export function ShareDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties, partyName } = useTeam();
  const changed = useChanged();
  const needsAttestation = (code: string | null) => code !== null && gated(parties, code);
  const signed = (value: string | null, { party }: Values) =>
    needsAttestation(party) && !value?.trim() ? t('gates/needed') : null;
  const form = useForm<Values>({
    initialValues: { party: null, level: 'existence', ...NO_ATTESTATION },
    validate: {
      party: (value) => (value ? null : t('requestDetail/needParty')),
      necessity: signed,
      proportionality: signed,
      transfer_basis: signed,
      record: signed,
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ party, level, ...values }: Values) =>
      share(jit.id, request.id, party ?? '', {
        level,
        attestation: needsAttestation(party) ? attestationOf(values) : null,
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const { party, level } = form.values;
  return (
    <FormDialog
      title={t('requestDetail/share')}
      action={t('requestDetail/share')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <PartySelect withGated except={[request.party]} {...form.getInputProps('party')} />
      <Radio.Group label={t('requestDetail/level')} {...form.getInputProps('level')}>
        <Stack gap={6} mt={6}>
          <Radio
            size="xs"
            value="existence"
            label={t('requestDetail/existence')}
            description={t('requestDetail/existenceHelp')}
          />
          <Radio
            size="xs"
            value="content"
            label={t('requestDetail/content')}
            description={t('requestDetail/contentHelp')}
          />
        </Stack>
      </Radio.Group>
      {needsAttestation(party) ? (
        <>
          <Text size="sm">{t('requestDetail/attestHelp', { party: partyName(party ?? '') })}</Text>
          <AttestationFields form={form} />
        </>
      ) : null}
      {party ? <Text size="sm">{t(`requestSharing/${level}`, { party: partyName(party) })}</Text> : null}
    </FormDialog>
  );
}
