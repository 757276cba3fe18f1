/** Bundles: asking for one, watching it being built, fetching it, and what was exported before. */
import { Button, Skeleton } from '@mantine/core';
import { IconPackage, IconPackageExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportsQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { BundleLine } from './BundleLine';
import { ExportDialog } from './ExportDialog';
import classes from './Exports.module.css';

export function ExportsPanel() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [making, setMaking] = useState(false);
  const list = useQuery(exportsQuery(jit.id, may('exports:make')));
  return (
    <Panel title={t('exports/title')} term="package" flush>
      <div className={classes['new']}>
        <p className="dim">{t('exports/help')}</p>
        {may('exports:make') ? (
          <Button leftSection={<IconPackageExport size={14} aria-hidden />} onClick={() => setMaking(true)}>
            {t('exports/make')}
          </Button>
        ) : (
          <Notice tone="locked">{t('exports/notYours')}</Notice>
        )}
      </div>
      {list.isError ? (
        <div className={classes['new']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isLoading ? (
        <div className={classes['new']}>
          <Skeleton height={48} aria-label={t('common/loading')} />
        </div>
      ) : null}
      {list.data?.items.length === 0 ? (
        <EmptyState icon={IconPackage} title={t('exports/none')} help={t('exports/noneHelp')} />
      ) : null}
      <ul className={classes['list']}>
        {list.data?.items.map((one) => (
          <BundleLine key={one.id} bundle={one} />
        ))}
      </ul>
      {making ? <ExportDialog exhibits={[]} onClose={() => setMaking(false)} /> : null}
    </Panel>
  );
}
