/** The moves that are possible now: the likely one as a button, the others in a menu. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** `danger`: the move ends something. `group`: the heading under which the menu lists the move. */
export type ShownMove = { to: string; words: string; danger?: boolean; group?: string | undefined; onMove: () => void };

export function MoveMenu({ likely, others }: { likely: ShownMove | null; others: readonly ShownMove[] }) {
  const { t } = useTranslation();
  const groups = [...new Set(others.flatMap(({ group }) => (group ? [group] : [])))];
  const item = ({ to, words, danger, onMove }: ShownMove) => (
    <Menu.Item key={to} {...(danger ? { color: 'red' } : {})} onClick={onMove}>
      {words}
    </Menu.Item>
  );
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
            {others.filter(({ group }) => !group).map(item)}
            {groups.map((name) => (
              <Fragment key={name}>
                <Menu.Label>{name}</Menu.Label>
                {others.filter(({ group }) => group === name).map(item)}
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
