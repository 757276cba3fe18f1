import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportsPanel } from '@/features/exports/ExportsPanel';
import { CheckpointPanel } from '@/features/ledger/CheckpointPanel';
import { EntriesPanel } from '@/features/ledger/EntriesPanel';
import classes from './Pages.module.css';

export function AuditPage() {
  const { t } = useTranslation();
  return (
    <>
      <Title order={1} className="visually-hidden">{t('audit/title')}</Title>
      <div className={classes['columns']} data-audit>
        <div className={classes['column']}><EntriesPanel /></div>
        <div className={classes['column']}>
          <CheckpointPanel />
          <ExportsPanel />
        </div>
      </div>
    </>
  );
}
