/** The screens behind “More”. */
import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { Late } from '@/components/dialogs/LateMenu';
import { AT_THE_SEARCH, type SCREENS } from './screens';

export type Behind = { behind: (typeof SCREENS)[number][] };

export function RailList({ target, defaultOpened, behind }: Late & Behind) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <Menu position="top-end" withinPortal defaultOpened={defaultOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {behind.map(({ to, word, icon: Icon }) => (
          <Menu.Item
            key={to}
            renderRoot={(props) => (
              <Link to={to} params={{ jit: jit.id }} search={{}} reloadDocument={to === AT_THE_SEARCH} {...props} />
            )}
            leftSection={<Icon size={18} stroke={1.5} aria-hidden />}
          >
            {t(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
