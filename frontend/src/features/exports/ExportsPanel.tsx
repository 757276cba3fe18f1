/** Bundles: asking for one, watching it being built, fetching it, and what was exported before. */
import { Button, Loader, Skeleton, Stack } from '@mantine/core';
import { IconDownload, IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleLink } from '@/api/actions';
import { exportsQuery } from '@/api/queries';
import type { ExportView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Copyable } from '@/components/Copyable';
import { EmptyState } from '@/components/EmptyState';
import { ExhibitLink } from '@/components/ExhibitLink';
import { ExhibitPicker } from '@/components/ExhibitPicker';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { ServerSaid } from '@/components/ServerSaid';
import { When } from '@/components/When';
import { bytes } from '@/lib/format';
import { useExport } from './useExport';
import { whyNotMade } from './whyNotMade';
import classes from './Exports.module.css';

export function ExportsPanel() {
  const { t } = useTranslation();
  const { jit, seat, may } = useTeam();
  const [evidence, setEvidence] = useState<string | null>(null);
  const list = useQuery(exportsQuery(jit.id, may('exports:make')));
  const run = useExport();
  const auditsAll = seat.party === null && seat.roles.includes('auditor');
  return (
    <Panel title={t('exports/title')} flush>
      <Stack gap="xs" className={classes['new'] ?? ''}>
        <span className="dim">{t('exports/help')}</span>
        {may('exports:make') ? (
          <>
            <div className={classes['court']}>
              <ExhibitPicker label={t('exports/exhibit')} hideLabel value={evidence} onChange={setEvidence} filter={({ mine }) => mine || auditsAll} />
              <Button disabled={!evidence} loading={run.isPending} onClick={() => run.mutate(evidence)}>{t('exports/createCourt')}</Button>
            </div>
            <span className="dim">{t('exports/notCourt')}</span>
          </>
        ) : <Notice tone="locked">{t('exports/notCourt')}</Notice>}
        {auditsAll ? <Button w="fit-content" variant="default" loading={run.isPending} onClick={() => run.mutate(null)}>{t('exports/createArchive')}</Button> : null}
      </Stack>
      {list.isError ? <div className={classes['new']}><ProblemNotice error={list.error} onRetry={() => void list.refetch()} /></div> : null}
      {list.isLoading ? <div className={classes['new']}><Skeleton height={48} aria-label={t('common/loading')} /></div> : null}
      {list.data?.items.length === 0 ? <EmptyState icon={IconPackage} title={t('exports/none')} help={t('exports/noneHelp')} /> : null}
      <ul className={classes['list']}>{list.data?.items.map((one) => <Line key={one.id} bundle={one} />)}</ul>
    </Panel>
  );
}

function Line({ bundle }: { bundle: ExportView }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const evidence = bundle.scope['evidence'];
  const name = t(bundle.profile === 'court' ? 'exports/court' : 'exports/archive');
  const busy = bundle.state === 'queued' || bundle.state === 'running';
  return (
    <li className={classes['row']}>
      <div className={classes['main']}>
        <span>{typeof evidence === 'string' ? <ExhibitLink id={evidence} /> : name}</span>
        <span className={classes['under']} role="status">
          {typeof evidence === 'string' ? `${name} · ` : ''}<When at={bundle.requested_at} />
          {busy ? <> · {t(`exports/${bundle.state}`)}</> : null}
          {bundle.state === 'ready' ? <> · {bytes(bundle.size_bytes ?? 0, locale)} · {t('exports/entries', { count: bundle.entries ?? 0 })}{bundle.withheld ? `, ${t('exports/withheld', { count: bundle.withheld })}` : ''}</> : null}
        </span>
        {bundle.state === 'ready' && bundle.sha256 ? <span className={classes['under']}>{t('files/hash')} <Copyable value={bundle.sha256} /></span> : null}
        {bundle.state === 'failed' ? <div className={classes['bad']} role="alert">{t(`notMade/${whyNotMade(bundle.problem_code)}`)}<ServerSaid>{bundle.problem ?? ''}</ServerSaid></div> : null}
      </div>
      {busy ? <Loader size={16} role="img" aria-label={t(`exports/${bundle.state}`)} /> : null}
      {bundle.state === 'ready' ? <Button component="a" href={bundleLink(jit.id, bundle.id)} download variant="default" leftSection={<IconDownload size={14} aria-hidden />} aria-label={t('exports/download', { name })}>{t('common/download')}</Button> : null}
    </li>
  );
}
