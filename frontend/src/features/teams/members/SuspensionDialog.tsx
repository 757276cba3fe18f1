/** A leader confirms the suspension of a party that another leader proposed. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmSuspension } from '@/api/generated/sdk.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';

type Suspension = NonNullable<PartyView['suspension']>;

export function SuspensionDialog({
  party,
  suspension,
  onClose,
}: {
  party: PartyView;
  suspension: Suspension;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => confirmSuspension({ path: { jit: jit.id, suspension: suspension.id }, throwOnError: true }),
    onSuccess: () => {
      notifications.show({ message: t('members/suspendPartyDone', { party: party.name }) });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.parties(jit.id) }),
  });
  return (
    <Dialog onClose={onClose} title={t('members/confirmSuspensionTitle', { party: party.name })}>
      <Text size="sm" mb="xs">
        {t('members/suspendPartyHelp', { party: party.name })}
      </Text>
      <Text size="sm" mb="md">
        {t('members/proposedReason', { reason: visible(suspension.reason), clause: visible(suspension.clause) })}
      </Text>
      <ProblemNotice error={run.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common/cancel')}
        </Button>
        <Button color="red" loading={run.isPending} onClick={() => run.mutate()}>
          {t('members/confirmSuspension')}
        </Button>
      </Group>
    </Dialog>
  );
}
