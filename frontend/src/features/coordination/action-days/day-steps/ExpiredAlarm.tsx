/** Warns of each executing action whose legal authorisation has ended, as soon as it ends; on the plan and on the board. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { boardQuery } from '@/features/coordination/action-days/queries/operations';
import { stateOf } from '@/features/coordination/action-days/queue';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import { authorisationProblem } from './authorisation';
import { AuthorisationNotice } from './AuthorisationNotice';

export function ExpiredAlarm({ day, now }: { day: OperationView; now: number }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { all } = useQueue();
  const { data } = useQuery(boardQuery(jit.id, day.id));
  const expired = (data?.items ?? []).filter(
    (action) => stateOf(action, all).state === 'executing' && authorisationProblem(action, now)?.problem === 'expired',
  );
  if (day.state !== 'live' || expired.length === 0) return null;
  return <AuthorisationNotice actions={expired} alarm={t('authorisation/alarm')} />;
}
