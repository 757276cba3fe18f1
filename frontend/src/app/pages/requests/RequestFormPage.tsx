/** A new request, or the registration of an incoming one; `follows` names a request whose data is to be produced. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { RequestFormScreen } from '@/features/requests/form/RequestFormScreen';
import { requestQuery } from '@/features/requests/request/queries';
import classes from '@/app/pages/Pages.module.css';

export function RequestFormPage() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { direction = 'out', follows } = useSearch({ from: '/jits/$jit/requests/new' });
  const draft = useRouterState({ select: ({ location }) => location.state.requestDraft });
  const navigate = useNavigate();
  const earlier = useQuery({ ...requestQuery(jit.id, follows ?? ''), enabled: follows !== undefined });
  if (earlier.isError)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={earlier.error} onRetry={() => void earlier.refetch()} />
      </div>
    );
  if (follows !== undefined && !earlier.data)
    return (
      <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
        <Skeleton height={180} />
      </div>
    );
  return (
    <RequestFormScreen
      key={`${direction} ${follows ?? ''}`}
      direction={direction}
      earlier={earlier.data ?? null}
      draft={draft}
      onCancel={() => void navigate({ to: '/jits/$jit/requests', params: { jit: jit.id }, search: {} })}
      onDone={({ id }) =>
        void navigate({ to: '/jits/$jit/requests/$request', params: { jit: jit.id, request: id }, replace: true })
      }
    />
  );
}
