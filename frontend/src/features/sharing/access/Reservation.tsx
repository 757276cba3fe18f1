/** Decisions that the party reserves to its judicial members; leaders change them. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reservationQuery, reserve, type ReservationView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useMemberName } from '@/components/text/useMemberName';
import { Setting } from './Setting';

const wordOf = ({ judicial }: ReservationView) => (judicial ? 'lift' : 'reserve');

export function Reservation() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const nameOf = useMemberName();
  const queries = useQueryClient();
  // The setting as the user read it: a colleague's decision since then is not reversed unseen.
  const [asking, setAsking] = useState<ReservationView | null>(null);
  const { data, error, refetch } = useQuery(reservationQuery(jit.id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (!data.judicial && !data.may_set)) return null;
  return (
    <>
      <Setting
        title={t('reservation/title')}
        term="judicial"
        actions={
          data.may_set ? (
            <Button size="compact-sm" variant="default" onClick={() => setAsking(data)}>
              {t(`reservation/${wordOf(data)}`)}
            </Button>
          ) : null
        }
      >
        {data.judicial ? t('reservation/stands', { seat: nameOf(data.decided_by ?? '') }) : t('reservation/none')}
      </Setting>
      {asking ? (
        <ReasonDialog
          title={t(`reservation/${wordOf(asking)}Title`)}
          help={t(`reservation/${wordOf(asking)}Help`)}
          reasonLabel={t('common/reason')}
          action={t(`reservation/${wordOf(asking)}`)}
          danger={false}
          onClose={() => setAsking(null)}
          act={(reason) => reserve(jit.id, asking, !asking.judicial, reason)}
          onDone={() => {
            for (const queryKey of [keys.reservation(jit.id), keys.me()]) void queries.invalidateQueries({ queryKey });
            notifications.show({ message: t('reservation/done') });
            setAsking(null);
          }}
        />
      ) : null}
    </>
  );
}
