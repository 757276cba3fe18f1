/** Proposes other roles for a member; a leader of the party confirms them. */
import { MultiSelect, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { proposeRoles } from '@/api/generated/sdk.gen';
import { ifMatch } from '@/api/headers';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { OF_COORDINATOR, rolesFault, ROLES } from '@/features/teams/members/proposal';

export function RolesDialog({ one, onClose }: { one: SeatView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const offered = may('members:propose')
    ? ROLES
    : ROLES.filter((role) => !OF_COORDINATOR.has(role) || one.roles.includes(role));
  const queries = useQueryClient();
  const word = useWord();
  const form = useForm({
    initialValues: { roles: one.roles },
    validate: {
      roles: (roles) => {
        const fault = rolesFault(roles);
        if (fault) return t(fault);
        const same = roles.length === one.roles.length && roles.every((role) => one.roles.includes(role));
        return same ? t('roleChange/needOther') : null;
      },
    },
  });
  return (
    <ReasonDialog
      title={t('roleChange/title', { code: one.code })}
      help={t('roleChange/help', { name: visible(one.name) })}
      reasonLabel={t('roleChange/why')}
      action={t('roleChange/propose')}
      danger={false}
      onClose={onClose}
      fields={form}
      act={(reason) =>
        proposeRoles({
          path: { jit: jit.id, member: one.id },
          body: { roles: form.getValues().roles, reason },
          headers: ifMatch(one.version),
          throwOnError: true,
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.members(jit.id) });
        notifications.show({ message: t('roleChange/proposed', { code: one.code }) });
        onClose();
      }}
    >
      <MultiSelect
        label={t('members/roles')}
        data={offered.map((role) => ({ value: role, label: word('role', role) }))}
        {...form.getInputProps('roles')}
      />
      <Text size="sm" c="dimmed">
        {t('roleChange/second')}
      </Text>
    </ReasonDialog>
  );
}
