/** The moves that are possible now: the likely one as a button, the others in a menu. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** `danger`: the move ends something. */
export type ShownMove = { to: string; words: string; danger?: boolean; onMove: () => void };

export function MoveMenu({ likely, others }: { likely: ShownMove | null; others: readonly ShownMove[] }) {
  const { t } = useTranslation();
  return (
    <>
      {likely ? <Button onClick={likely.onMove}>{likely.words}</Button> : null}
      {others.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('requestDetail/otherStates')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ to, words, danger, onMove }) => (
              <Menu.Item key={to} {...(danger ? { color: 'red' } : {})} onClick={onMove}>
                {words}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
