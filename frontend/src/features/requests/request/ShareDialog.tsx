/** Releases a request to another party: that it exists, or its content. */
import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { share, type RequestReleaseView, type RequestView } from './queries';
import { useChanged } from './useChanged';

type Values = { party: string | null; level: RequestReleaseView['level'] };

export function ShareDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties, partyName } = useTeam();
  const changed = useChanged();
  const form = useForm<Values>({
    initialValues: { party: null, level: 'existence' },
    validate: { party: (value) => (value ? null : t('requestDetail/needParty')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ party, level }: Values) => share(jit.id, request.id, party ?? '', level),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const { party, level } = form.values;
  return (
    <Dialog onClose={onClose} title={t('requestDetail/share')} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Select
            required
            data-autofocus
            label={t('requestDetail/party')}
            description={t('requestDetail/partyHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={parties
              .filter(({ code, status }) => code !== request.party && status === 'active' && !gated(parties, code))
              .map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps('party')}
          />
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
          {party ? <Text size="sm">{t(`requestSharing/${level}`, { party: partyName(party) })}</Text> : null}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('requestDetail/share')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
