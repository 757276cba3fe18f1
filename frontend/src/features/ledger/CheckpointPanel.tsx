/** The latest checkpoint: what the server has committed itself to, and whether it ever went back. */
import { Button, CopyButton, Skeleton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { checkpointQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Copyable } from '@/components/Copyable';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useLargest } from '@/components/useLargest';
import { count } from '@/lib/format';
import { parseCheckpoint } from '@/lib/notes';
import classes from './Ledger.module.css';

export function CheckpointPanel() {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const query = useQuery(checkpointQuery(jit.id));
  const checkpoint = query.data === undefined ? null : parseCheckpoint(query.data);
  const largest = useLargest(checkpoint?.origin, checkpoint?.size);
  const none = query.error instanceof Problem && query.error.status === 404;
  return (
    <Panel title={t('audit/checkpoint')}>
      {query.isPending ? <Skeleton height={90} aria-label={t('common/loading')} /> : null}
      {none ? <span className="dim">{t('audit/noCheckpoint')}</span> : <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && !checkpoint ? <Notice tone="bad">{t('audit/unreadable')}</Notice> : null}
      {checkpoint && largest !== null && largest > checkpoint.size ? <Notice tone="bad">{t('audit/shrunk', { seen: count(largest, locale) })}</Notice> : null}
      {checkpoint ? (
        <>
          <dl className={classes['cp']}>
            <dt>{t('audit/size')}</dt>
            <dd>{t('audit/entriesIn', { count: checkpoint.size })}</dd>
            <dt>{t('audit/root')}</dt>
            <dd><Copyable value={checkpoint.root} head={14} tail={8} label={t('audit/root')} /></dd>
            <dt>{t('audit/origin')}</dt>
            <dd className={`${classes['origin'] ?? ''} mono`}>{checkpoint.origin}</dd>
            {checkpoint.signatures.map(({ name, value }) => (
              <FragmentOf key={value} label={t('audit/signature')}>
                <Copyable value={value} head={14} tail={8} label={t('audit/signature')} />
                {name === checkpoint.origin ? null : <div className="dim">{name}</div>}
              </FragmentOf>
            ))}
          </dl>
          <p className={classes['help']}>{t('audit/checkpointHelp')}</p>
          <CopyButton value={checkpoint.text}>
            {({ copied, copy }) => <Button variant="default" size="compact-xs" leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />} onClick={copy}>{copied ? t('common/copied') : t('audit/copyNote')}</Button>}
          </CopyButton>
        </>
      ) : null}
    </Panel>
  );
}

function FragmentOf({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
