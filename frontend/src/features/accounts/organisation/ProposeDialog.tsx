/** Proposes a recovery, a move, a new administrator or the end of one, and says what will happen. */
import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import {
  organisationKey,
  propose,
  type OrganisationAccountView,
  type OwnOrganisationView,
  type ProposalForm,
} from './queries';

type Props = {
  kind: ProposalForm['kind'];
  on: OrganisationAccountView;
  of: OwnOrganisationView;
  onClose: () => void;
};

export function ProposeDialog({ kind, on, of, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = visible(on.name);
  const form = useForm({
    initialValues: { destination: null as string | null, second_factors: false },
    validate: {
      destination: (value) => (kind === 'move' && !value ? t('organisation/needDestination') : null),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (body: ProposalForm) => propose(body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: organisationKey });
      notifications.show({ message: t('organisation/proposed') });
      onClose();
    },
  });
  const send = form.onSubmit((entered) => run.mutate({ kind, concerned: on.id, ...entered }));
  return (
    <Dialog onClose={onClose} title={t(`organisation/${kind}Title`, { name })}>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t(`organisation/${kind}Help`, { hours: of.waiting_hours })}</Text>
          <Text size="sm" c="dimmed">
            {on.email}
          </Text>
          {kind === 'move' ? (
            <Select
              required
              searchable
              label={t('organisation/destination')}
              nothingFoundMessage={t('organisation/noDestination')}
              data={of.destinations.map((one) => ({ value: one.id, label: visible(one.name) }))}
              {...form.getInputProps('destination')}
            />
          ) : null}
          {kind === 'recovery' ? (
            <Checkbox
              label={t('organisation/removeFactors')}
              description={t('organisation/removeFactorsHelp')}
              {...form.getInputProps('second_factors', { type: 'checkbox' })}
            />
          ) : null}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button data-autofocus type="submit" loading={run.isPending}>
              {t('organisation/propose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
