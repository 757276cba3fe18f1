import { Menu } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { useBecause } from '@/components/useBecause';
import { useExport } from './useExport';

/** In an exhibit's menu: a court bundle of it. */
export function ExportItem({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const because = useBecause();
  const run = useExport();
  const may = exhibit.may.bundle;
  return (
    <Menu.Item leftSection={<IconPackageExport size={15} />} disabled={!may.allowed || run.isPending} title={may.allowed ? undefined : because(may.because)} onClick={() => run.mutate(exhibit.id)}>
      {t('exhibit/export')}
    </Menu.Item>
  );
}
