/**
 * A new request, or the registration of an incoming one. `follows` names a request whose preserved data is to be
 * produced, `preserves` one whose data is to be preserved.
 */
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
  const { direction = 'out', follows, preserves } = useSearch({ from: '/jits/$jit/requests/new' });
  const draft = useRouterState({ select: ({ location }) => location.state.requestDraft });
  const navigate = useNavigate();
  const other = follows ?? preserves;
  const related = useQuery({ ...requestQuery(jit.id, other ?? ''), enabled: other !== undefined });
  if (related.isError)
    return (
      <div className={classes['pad']}>
        <ProblemNotice error={related.error} onRetry={() => void related.refetch()} />
      </div>
    );
  if (other !== undefined && !related.data)
    return (
      <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
        <Skeleton height={180} />
      </div>
    );
  return (
    <RequestFormScreen
      key={`${direction} ${other ?? ''}`}
      direction={direction}
      related={related.data ? { request: related.data, as: follows ? 'preservation' : 'production' } : null}
      draft={draft}
      onCancel={() => void navigate({ to: '/jits/$jit/requests', params: { jit: jit.id }, search: {} })}
      onDone={({ id }) =>
        void navigate({ to: '/jits/$jit/requests/$request', params: { jit: jit.id, request: id }, replace: true })
      }
    />
  );
}
