import { Menu } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Menu item of an exhibit that exports it. */
export function ExportItem({ onMake }: { onMake: () => void }) {
  const { t } = useTranslation();
  return (
    <Menu.Item leftSection={<IconPackageExport size={15} />} onClick={onMake}>
      {t('exports/item')}
    </Menu.Item>
  );
}
