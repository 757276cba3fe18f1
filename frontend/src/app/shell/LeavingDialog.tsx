/** The consequences of a party's leaving, as far as the user may see them. */
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { consequencesQuery } from '@/features/teams/members/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Consequences } from '@/features/teams/members/Consequences';

export function LeavingDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(consequencesQuery(jit.id, party.code));
  return (
    <Dialog onClose={onClose} title={t('leaving/lookTitle', { party: party.name })} size="lg">
      <Stack gap="sm">
        <Notice>{t('leaving/lookHelp', { clause: party.leaving?.clause ?? '' })}</Notice>
        {error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Consequences of={data} name={party.name} />
        ) : (
          <Skeleton height={120} role="status" aria-label={t('leaving/asking')} />
        )}
      </Stack>
    </Dialog>
  );
}
