/** The teams of the user, and a link to all of them. */
import { Menu, Text } from '@mantine/core';
import { IconCheck, IconLayoutList } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { Late } from '@/components/dialogs/LateMenu';
import classes from './Shell.module.css';

export function TeamList({ target, defaultOpened }: Late) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: me } = useSuspenseQuery(meQuery());
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width="target" withinPortal defaultOpened={defaultOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown miw={260}>
        <Menu.Label>{t('app/teams')}</Menu.Label>
        {me.seats.map((one) => (
          <Menu.Item
            key={one.jit.id}
            leftSection={<IconCheck size={15} visibility={one.jit.id === jit.id ? 'visible' : 'hidden'} />}
            rightSection={<span className={classes['seatCode']}>{one.seat.code}</span>}
            onClick={() => void navigate({ to: '/jits/$jit', params: { jit: one.jit.id } })}
          >
            {one.jit.name}
            <Text size="xs" c="dimmed">
              {one.jit.reference}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLayoutList size={15} />} onClick={() => void navigate({ to: '/teams' })}>
          {t('app/allTeams')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
