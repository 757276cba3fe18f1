/** A party leaves, or has just left: when, under which clause, and what follows as far as one may know. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consequencesQuery } from '@/features/teams/members/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { Consequences } from '@/features/teams/members/Consequences';

export function LeavingBanner() {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const [looked, setLooked] = useState<PartyView | null>(null);
  return (
    <>
      {parties.map((party) =>
        party.leaving && !party.leaving.ended_at ? (
          <Notice
            key={party.code}
            tone="warn"
            action={
              party.leaving.begun_at ? null : (
                <Button size="compact-sm" variant="default" onClick={() => setLooked(party)}>
                  {t('leaving/look')}
                </Button>
              )
            }
          >
            <span>
              {t(party.leaving.begun_at ? 'leaving/underWay' : 'leaving/banner', {
                party: party.name,
                clause: party.leaving.clause,
              })}{' '}
              <When at={party.leaving.effective_at} />
            </span>
          </Notice>
        ) : null,
      )}
      {looked ? <Look party={looked} onClose={() => setLooked(null)} /> : null}
    </>
  );
}

function Look({ party, onClose }: { party: PartyView; onClose: () => void }) {
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
