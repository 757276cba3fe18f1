/** Says on each page that the own account is being recovered, and stops the recovery. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { organisationKey, organisationOfMineQuery, stop } from './queries';

export function RecoveryNotice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const words = useProblemWords();
  const { data } = useQuery(organisationOfMineQuery());
  const run = useMutation({
    mutationFn: stop,
    onSuccess: () => notifications.show({ message: t('organisation/stopped') }),
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: organisationKey }),
  });
  const recovery = data?.recovery;
  if (!recovery) return null;
  return (
    <Notice
      tone="bad"
      title={t('organisation/running')}
      action={
        <Button size="compact-sm" loading={run.isPending} onClick={() => run.mutate()}>
          {t('organisation/stop')}
        </Button>
      }
    >
      <span>
        {t('organisation/runningHelp', {
          proposer: visible(recovery.proposed_by_name),
          confirmer: visible(recovery.confirmed_by_name),
        })}{' '}
        <When at={recovery.ends_at} />
        {recovery.second_factors ? ` · ${t('organisation/runningFactors')}` : null}
      </span>
    </Notice>
  );
}
