/** One legal request, which is loaded here. */
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Missing } from '@/app/Fallbacks';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { FieldErasures } from '@/features/audit/field-erasures/FieldErasures';
import { RequestDetail } from '@/features/requests/request/RequestDetail';
import { requestQuery } from '@/features/requests/request/queries';
import { isOver } from '@/features/requests/request/state';
import { RequiredApprovalsPanel } from '@/features/sharing/required-approvals/RequiredApprovalsPanel';
import { RegisteringAnswer } from './RegisteringAnswer';
import { ItemTasks, RequestTasks } from './RequestTasks';
import classes from '@/app/pages/Pages.module.css';

export function RequestPage() {
  const { t } = useTranslation();
  const { jit, request: id } = useParams({ from: '/jits/$jit/requests/$request' });
  const { data: request, error, refetch } = useQuery(requestQuery(jit, id));
  // A recalled request leaves the screen.
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (request)
    return (
      <Fragment key={request.id}>
        <RequestDetail
          request={request}
          tasksOf={(item) => <ItemTasks request={request} item={item} />}
          answering={(close) => <RegisteringAnswer request={request} onClose={close} />}
          erasing={(position) => <FieldErasures position={position} />}
          approvals={
            <RequiredApprovalsPanel
              subject={{ request: request.id }}
              number={request.number}
              owners={[request.party]}
              open={!isOver(request)}
            />
          }
        />
        <RequestTasks request={request.id} title={t('matters/request', { number: request.number })} />
      </Fragment>
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
