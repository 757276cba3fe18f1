/** Choice of the colour scheme. */
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Late } from '@/components/dialogs/LateMenu';
import { SCHEMES } from './schemes';

export function ColourList({ target, defaultOpened }: Late) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" defaultOpened={defaultOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, icon: Own }) => (
          <Menu.Item
            key={value}
            leftSection={<Own size={15} />}
            onClick={() => setColorScheme(value)}
            aria-current={value === colorScheme}
          >
            {t(`app/${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
