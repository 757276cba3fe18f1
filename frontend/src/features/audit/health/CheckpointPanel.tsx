/** The latest checkpoint: what the server has committed itself to, and whether it ever went back. */
import { Button, CopyButton, Skeleton } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { checkpointQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Copyable } from '@/components/text/Copyable';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { count } from '@/lib/format';
import { parseCheckpoint } from '@/lib/notes';
import { columnTime } from '@/lib/time';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { ServerHealth } from './ServerHealth';
import classes from '@/features/audit/entries/Ledger.module.css';

export function CheckpointPanel() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const query = useQuery(checkpointQuery(jit.id));
  const checkpoint = query.data === undefined ? null : parseCheckpoint(query.data);
  const none = query.error instanceof Problem && query.error.status === 404;
  return (
    <Panel title={t('audit/checkpoint')} term="checkpoint">
      {query.isPending ? <Skeleton height={90} aria-label={t('common/loading')} /> : null}
      {none ? (
        <span className="dim">{t('audit/noCheckpoint')}</span>
      ) : (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && !checkpoint ? <Notice tone="bad">{t('audit/unreadable')}</Notice> : null}
      {checkpoint ? (
        <>
          <dl className={classes['cp']}>
            <dt>{t('audit/size')}</dt>
            <dd>{t('audit/entriesIn', { count: checkpoint.size })}</dd>
            <dt>
              <Term of="hash">{t('audit/root')}</Term>
            </dt>
            <dd>
              <Copyable value={checkpoint.root} head={14} tail={8} label={t('audit/root')} />
            </dd>
            <dt>
              <Term of="epoch">{t('audit/origin')}</Term>
            </dt>
            <dd className={`${classes['origin'] ?? ''} mono`}>{checkpoint.origin}</dd>
            {checkpoint.signatures.map(({ name, value }) => (
              <FragmentOf key={value} label={t('audit/signature')}>
                <Copyable value={value} head={14} tail={8} label={t('audit/signature')} />
                {name === checkpoint.origin ? null : <div className="dim">{name}</div>}
              </FragmentOf>
            ))}
          </dl>
          <Examined root={checkpoint.root} />
          <ServerHealth />
          <p className={classes['help']}>{t('audit/checkpointHelp')}</p>
          <CopyButton value={checkpoint.text}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                size="compact-xs"
                leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
                onClick={copy}
              >
                {copied ? t('common/copied') : t('audit/copyNote')}
              </Button>
            )}
          </CopyButton>
        </>
      ) : null}
    </Panel>
  );
}

/** The result of this browser's own check of the checkpoint. LedgerAlarm shows an alarm above the screen. */
function Examined({ root }: { root: string }) {
  const { t } = useTranslation();
  const { locale, zone } = useTeam();
  const { checkpoint, before, alarm, able, waiting } = useLedgerWatch();
  if (!able) return <Notice>{t('watch/unable')}</Notice>;
  if (alarm !== null)
    return (
      <Notice tone={alarm === 'renewed' ? 'warn' : 'bad'}>
        {t(alarm === 'renewed' ? 'watch/renewedTitle' : 'watch/title')}
      </Notice>
    );
  if (checkpoint?.root !== root) return <p className={classes['help']}>{t('watch/examining')}</p>;
  const size = parseCheckpoint(before?.note ?? '')?.size;
  const contains =
    before && size !== undefined
      ? t('watch/contains', {
          size: count(size, locale),
          time: columnTime(new Date(before.at).toISOString(), zone, locale),
        })
      : t('watch/first');
  return (
    <p className={classes['examined']}>
      <IconCircleCheck size={14} aria-hidden /> {t('watch/good')}
      {contains}. {waiting > 0 ? `${t('watch/waiting', { count: waiting })}.` : null}
    </p>
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
