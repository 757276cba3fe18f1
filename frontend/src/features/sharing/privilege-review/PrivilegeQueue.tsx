/** Exhibits that may be privileged and wait for the decision of this reviewer. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Queue, QueueRow } from '@/components/layout/Queue';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { StateTag } from '@/components/text/StateTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import { filterTeamQuery, uncheckedQuery } from './queries';

export function PrivilegeQueue() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const nameOf = useMemberName();
  const { data, error, isPending, refetch } = useQuery({ ...uncheckedQuery(jit.id), refetchInterval: 60_000 });
  const team = useQuery({ ...filterTeamQuery(jit.id), enabled: may('filter:read') }).data;
  if (isPending) return <Skeleton height={80} mx="md" role="status" aria-label={t('common/loading')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Queue
      title={t('filtering/queue')}
      term="privilege"
      count={data.items.length}
      todo
      columns="minmax(0, 1fr) 9rem 11rem 9rem"
      heads={[t('verifications/exhibit'), t('files/title'), t('reviewed/title'), t('verifications/since')]}
      none={t('filtering/queueEmpty')}
      foot={
        team ? (
          <span className="dim">
            {team.seats.length > 0
              ? t('filtering/reviewers', { names: team.seats.map(nameOf).join(', ') })
              : t('filtering/nobody')}
          </span>
        ) : null
      }
    >
      {data.items.map((one) => (
        <QueueRow key={one.evidence}>
          <div>
            <ExhibitName of={one} strong />
          </div>
          <div>{t('common/files', { count: one.files_count })}</div>
          <div>
            <StateTag tone={one.review.to_view > 0 ? 'warn' : 'good'} pending={one.review.to_view > 0}>
              {one.review.to_view > 0
                ? t('reviewed/left', { count: one.review.to_view })
                : t('reviewed/viewed', { count: one.review.viewed })}
            </StateTag>
          </div>
          <div>
            <When at={one.registered_at} form="column" />
          </div>
          <Button
            size="compact-sm"
            aria-label={`${t('filtering/open')}${t('common/colon')}${one.title}`}
            renderRoot={(props) => (
              <Link to="/jits/$jit/evidence/$evidence" params={{ jit: jit.id, evidence: one.evidence }} {...props} />
            )}
          >
            {t('filtering/open')}
          </Button>
        </QueueRow>
      ))}
    </Queue>
  );
}
