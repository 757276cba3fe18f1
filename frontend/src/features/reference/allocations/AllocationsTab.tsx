/** Allocation tables for operators: what is imported, from where and when, and the import of a new file. */
import { Button, Skeleton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { ImportTableDialog } from './ImportTableDialog';
import { tablesQuery, type TableKind } from './queries';
import classes from './Allocations.module.css';

const KINDS = ['networks', 'domains'] as const satisfies readonly TableKind[];

export function AllocationsTab() {
  const { t } = useTranslation();
  const [importing, setImporting] = useState<TableKind | null>(null);
  const query = useQuery(tablesQuery());
  return (
    <div className={classes['stack']}>
      <p className={classes['help']}>{t('allocations/help')}</p>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={120} aria-label={t('common/loading')} /> : null}
      {query.data
        ? KINDS.map((kind) => {
            const table = query.data.items.find((one) => one.kind === kind);
            return (
              <Panel
                key={kind}
                title={t(`allocationKind/${kind}`)}
                aside={
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconFileImport size={14} aria-hidden />}
                    aria-label={t('allocations/importOf', { table: t(`allocationKind/${kind}`) })}
                    onClick={() => setImporting(kind)}
                  >
                    {t('allocations/import')}
                  </Button>
                }
              >
                {table ? (
                  <dl className={classes['facts']}>
                    <dt>{t('allocations/source')}</dt>
                    <dd>{visible(table.source)}</dd>
                    <dt>{t('allocations/rows')}</dt>
                    <dd>{t('allocations/count', { count: table.row_count })}</dd>
                    <dt>{t('allocations/imported')}</dt>
                    <dd>
                      <When at={table.imported_at} />
                      {table.operator ? ` · ${visible(table.operator)}` : null}
                    </dd>
                  </dl>
                ) : (
                  <span className="dim">{t(`allocationNone/${kind}`)}</span>
                )}
              </Panel>
            );
          })
        : null}
      {importing ? <ImportTableDialog table={importing} onClose={() => setImporting(null)} /> : null}
    </div>
  );
}
