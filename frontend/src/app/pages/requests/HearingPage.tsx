/** One hearing with its checklist, which is loaded here. */
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Missing } from '@/app/Fallbacks';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { HearingDetail } from '@/features/requests/hearing/HearingDetail';
import { hearingQuery } from '@/features/requests/hearing/queries';
import classes from '@/app/pages/Pages.module.css';

export function HearingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { jit, hearing: id } = useParams({ from: '/jits/$jit/hearings/$hearing' });
  // The checklist follows from many facts, so each visit reads it again.
  const { data: hearing, error, refetch } = useQuery({ ...hearingQuery(jit, id), staleTime: 0 });
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (hearing)
    return (
      <HearingDetail
        key={hearing.id}
        hearing={hearing}
        onDeleted={() => void navigate({ to: '/jits/$jit/hearings', params: { jit }, replace: true })}
      />
    );
  return error ? (
    <div className={classes['pad']}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    </div>
  ) : (
    <Stack p="md" role="status" aria-label={t('common/loading')}>
      <Skeleton height={24} width="60%" />
      <Skeleton height={180} />
    </Stack>
  );
}
