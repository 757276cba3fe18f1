/** Integrity checks of the stored files: the last and the next one, and the order of another. */
import { Button, Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fixityQuery, order } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import classes from './Fixity.module.css';

export function FixityPanel({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const there = exhibit.status !== 'erased' && exhibit.files_count > 0;
  const { data, error, refetch } = useQuery({ ...fixityQuery(jit.id, exhibit.id), enabled: there });
  // A file with another hash than declared is set aside and is not covered by the checks.
  const differing = exhibit.files.filter(({ state }) => state === 'hash_differs').length;
  const run = useMutation({
    mutationFn: () => order(jit.id, exhibit.id),
    onSettled: () => {
      for (const queryKey of [keys.fixity(jit.id, exhibit.id), keys.custody(jit.id, exhibit.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  if (!there) return null;
  return (
    <Panel
      title={t('fixity/title')}
      term="integrity"
      aside={
        data?.due_at ? (
          <>
            {t('fixity/next')} <When at={data.due_at} form="column" />
          </>
        ) : undefined
      }
    >
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={52} /> : null}
      {data?.verdict === 'failed' && data.checked_at ? (
        <Notice tone="bad" title={t('fixity/failed')}>
          <p>{t('fixity/failedHelp')}</p>
          <p className="dim">
            <When at={data.checked_at} />
          </p>
        </Notice>
      ) : null}
      {differing > 0 ? <Notice tone="warn">{t('fixity/differing', { count: differing })}</Notice> : null}
      {data && data.verdict !== 'failed' && (differing === 0 || differing < exhibit.files.length) ? (
        <p className={classes['stands']} data-partly={differing > 0 || undefined}>
          <IconShieldCheck size={16} aria-hidden />
          {data.checked_at ? (
            <span>
              {t('fixity/verified')} <When at={data.checked_at} />
            </span>
          ) : (
            <span>{t('fixity/never')}</span>
          )}
        </p>
      ) : null}
      {data?.ordered_at ? (
        <p className={classes['waits']} role="status">
          {t('fixity/waits')} <When at={data.ordered_at} />
        </p>
      ) : null}
      {data?.may_order ? (
        <div className={classes['order']}>
          <Button size="xs" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
            {t('fixity/order')}
          </Button>
          <span className="dim">{t('fixity/orderHelp')}</span>
        </div>
      ) : null}
      <ProblemNotice error={run.error} />
    </Panel>
  );
}
