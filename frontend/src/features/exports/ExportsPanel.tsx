/** Bundles: asking for one, watching it being built, fetching it, and what was exported before. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportsQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/EmptyState';
import { ExhibitPicker } from '@/components/ExhibitPicker';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { BundleLine } from './BundleLine';
import { useExport } from './useExport';
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
      <ul className={classes['list']}>{list.data?.items.map((one) => <BundleLine key={one.id} bundle={one} />)}</ul>
    </Panel>
  );
}
