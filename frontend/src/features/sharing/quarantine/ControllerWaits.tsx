/** A designation as controller that awaits confirmation by a leader of another party. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { confirmDesignation, controllersQuery } from './queries';
import type { ControllerView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';

export function ControllerWaits() {
  const { t } = useTranslation();
  const { jit, seat, may } = useTeam();
  const queries = useQueryClient();
  const nameOf = useMemberName();
  const { data } = useQuery(controllersQuery(jit.id));
  const run = useMutation({
    mutationFn: (one: ControllerView) => confirmDesignation(jit.id, one),
    onSuccess: ({ seat: code }) => notifications.show({ message: t('verifications/designated', { code }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.controllers(jit.id) }),
  });
  const waits = data?.items.find((one) => one.waits);
  if (!waits) return null;
  const confirms = may('controllers:confirm') && seat.party !== waits.party;
  return (
    <Notice
      tone="warn"
      action={
        confirms ? (
          <Button size="compact-xs" loading={run.isPending} onClick={() => run.mutate(waits)}>
            {t('verifications/confirmController')}
          </Button>
        ) : undefined
      }
    >
      {t('verifications/controllerWaits', { code: nameOf(waits.seat), clause: waits.clause })}
      <ProblemNotice error={run.error} />
    </Notice>
  );
}
