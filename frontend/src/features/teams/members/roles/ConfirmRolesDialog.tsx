/** A leader confirms the roles that another member proposed. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmRoles } from '@/api/generated/sdk.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';

export type RoleChange = NonNullable<SeatView['role_change']>;

type Props = { one: SeatView; change: RoleChange; onClose: () => void };

export function ConfirmRolesDialog({ one, change, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const word = useWord();
  const named = (roles: SeatView['roles']) => roles.map((role) => word('role', role)).join(', ');
  const run = useMutation({
    mutationFn: () => confirmRoles({ path: { jit: jit.id, member: one.id, change: change.id }, throwOnError: true }),
    onSuccess: () => {
      notifications.show({ message: t('roleChange/confirmed', { code: one.code }) });
      onClose();
    },
    onSettled: () =>
      Promise.all(
        [keys.members(jit.id), keys.situation(jit.id)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <Dialog onClose={onClose} title={t('roleChange/confirmTitle', { code: one.code })}>
      <Text size="sm" mb="xs">
        {t('roleChange/confirmHelp', { name: visible(one.name) })}
      </Text>
      <Text fw={600}>
        {named(one.roles)} → {named(change.roles)}
      </Text>
      <Text size="sm" my="sm">
        {t('roleChange/because', { member: change.proposed_by, reason: visible(change.reason) })}
      </Text>
      <ProblemNotice error={run.error} />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('common/cancel')}
        </Button>
        <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
          {t('roleChange/confirm')}
        </Button>
      </Group>
    </Dialog>
  );
}
