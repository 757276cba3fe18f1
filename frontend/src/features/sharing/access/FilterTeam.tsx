/** Privilege reviewers of the party; its leaders appoint them. */
import { Button, MultiSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterTeamQuery, nameFilter } from '@/features/sharing/privilege-review/queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { FilterTeamView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useMemberName } from '@/components/text/useMemberName';
import { Setting } from './Setting';

export function FilterTeam() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const [naming, setNaming] = useState(false);
  const { data, error, refetch } = useQuery(filterTeamQuery(jit.id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <Setting
        title={t('filtering/title')}
        term="privilege"
        actions={
          data.may_set ? (
            <Button size="compact-sm" variant="default" onClick={() => setNaming(true)}>
              {t('filtering/change')}
            </Button>
          ) : null
        }
      >
        {data.seats.length > 0
          ? t('filtering/team', { seats: data.seats.map(nameOf).join(', ') })
          : t('filtering/nobody')}
      </Setting>
      {naming ? <NameDialog named={data} onClose={() => setNaming(false)} /> : null}
    </>
  );
}

function NameDialog({ named: now, onClose }: { named: FilterTeamView; onClose: () => void }) {
  // The version that was read is sent, so a change by another leader in the meantime is not overwritten.
  const [named] = useState(now);
  const { t } = useTranslation();
  const { jit, members, seat } = useTeam();
  const queries = useQueryClient();
  const [seats, setSeats] = useState(named.seats);
  const eligible = members.filter(
    (one) =>
      one.party === seat.party &&
      one.state === 'seated' &&
      one.roles.includes('member') &&
      !one.roles.includes('leader'),
  );
  return (
    <ReasonDialog
      title={t('filtering/title')}
      help={t('filtering/help')}
      reasonLabel={t('common/reason')}
      action={t('filtering/change')}
      danger={false}
      onClose={onClose}
      act={(reason) => nameFilter(jit.id, named, seats, reason)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.filterTeam(jit.id) });
        notifications.show({ message: t('filtering/done') });
        onClose();
      }}
    >
      <MultiSelect
        clearable
        searchable
        label={t('filtering/seats')}
        data={eligible.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        value={seats}
        onChange={setSeats}
      />
    </ReasonDialog>
  );
}
