/** The roles that are proposed for a member, with what this user may do about them. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawRoles } from '@/api/generated/sdk.gen';
import { keys, pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { ConfirmRolesDialog, type RoleChange } from './ConfirmRolesDialog';

export function ProposedRoles({ one, change }: { one: SeatView; change: RoleChange }) {
  const { t } = useTranslation();
  const { jit, seat, may } = useTeam();
  const queries = useQueryClient();
  const word = useWord();
  const [open, setOpen] = useState<'confirm' | 'withdraw' | null>(null);
  // The server decides whether this member may confirm it: it is among the pending actions.
  const { data } = useQuery(pendingQuery(jit.id));
  const mine = data?.items.some(({ kind, link }) => kind === 'role_confirmation' && link.id === one.id) ?? false;
  const leads = may('members:confirm') && one.party === seat.party && one.id !== seat.id;
  return (
    <>
      <span className="dim">
        {t('roleChange/waits', { roles: change.roles.map((role) => word('role', role)).join(', ') })}
      </span>
      <Group gap="xs">
        {mine ? (
          <Button
            size="compact-xs"
            aria-label={t('roleChange/confirmOf', { code: one.code })}
            onClick={() => setOpen('confirm')}
          >
            {t('roleChange/review')}
          </Button>
        ) : null}
        {leads || change.proposed_by === seat.code ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('roleChange/withdrawOf', { code: one.code })}
            onClick={() => setOpen('withdraw')}
          >
            {t('roleChange/withdraw')}
          </Button>
        ) : null}
      </Group>
      {open === 'confirm' ? <ConfirmRolesDialog one={one} change={change} onClose={() => setOpen(null)} /> : null}
      {open === 'withdraw' ? (
        <ReasonDialog
          title={t('roleChange/withdrawTitle', { code: one.code })}
          help={t('roleChange/withdrawHelp', { name: visible(one.name) })}
          reasonLabel={t('members/why')}
          action={t('roleChange/withdraw')}
          onClose={() => setOpen(null)}
          act={(reason) =>
            withdrawRoles({
              path: { jit: jit.id, member: one.id, change: change.id },
              body: { reason },
              throwOnError: true,
            })
          }
          onDone={() => {
            void queries.invalidateQueries({ queryKey: keys.members(jit.id) });
            notifications.show({ message: t('roleChange/withdrawn', { code: one.code }) });
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
}
