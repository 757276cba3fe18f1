/** One INTERPOL notice, or the form that changes it; the notice is loaded here. */
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Missing } from '@/app/Fallbacks';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { FieldErasures } from '@/features/audit/field-erasures/FieldErasures';
import { NoticeDetail } from '@/features/requests/notices/NoticeDetail';
import { NoticeFormScreen } from '@/features/requests/notices/NoticeFormScreen';
import { noticeQuery, type NoticeView } from '@/features/requests/notices/queries';
import classes from '@/app/pages/Pages.module.css';

export function NoticePage() {
  const { jit, notice } = useParams({ from: '/jits/$jit/notices/$notice' });
  const erasing = (position: number) => <FieldErasures position={position} />;
  return (
    <Loaded jit={jit} id={notice} show={(found) => <NoticeDetail key={found.id} notice={found} erasing={erasing} />} />
  );
}

export function NoticeEditPage() {
  const { jit, notice } = useParams({ from: '/jits/$jit/notices/$notice/edit' });
  const navigate = useNavigate();
  const back = () => void navigate({ to: '/jits/$jit/notices/$notice', params: { jit, notice } });
  // The form keeps its input when another member changes the notice. The server then refuses the older version.
  return (
    <Loaded
      jit={jit}
      id={notice}
      show={(found) => <NoticeFormScreen key={found.id} notice={found} onCancel={back} onDone={back} />}
    />
  );
}

function Loaded({ jit, id, show }: { jit: string; id: string; show: (notice: NoticeView) => ReactNode }) {
  const { t } = useTranslation();
  const { data: notice, error, refetch } = useQuery(noticeQuery(jit, id));
  // A recalled notice leaves the screen.
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (notice) return show(notice);
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
