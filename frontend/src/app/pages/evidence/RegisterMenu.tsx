/** Other ways to register exhibits: many at once, an import, blank labels for what is registered later. */
import { Menu } from '@mantine/core';
import { IconFileImport, IconFileSpreadsheet, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { Late } from '@/components/dialogs/LateMenu';

export type Way = 'import' | 'bulk' | 'blank-labels';

export function RegisterMenu({ target, defaultOpened, onChoose }: Late & { onChoose: (way: Way) => void }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const icon = { size: 15, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end" defaultOpened={defaultOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={() => onChoose('bulk')}>
          {t('evidence/registerMany')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={() => onChoose('import')}>
          {t('caseImport/open')}
        </Menu.Item>
        {may('labels:print') ? (
          <Menu.Item leftSection={<IconQrcode {...icon} />} onClick={() => onChoose('blank-labels')}>
            {t('labels/blanks')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
