/** Acts of a leader on a member of the own party; a coordinator proposes other roles for members of every party. */
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconClock,
  IconDots,
  IconDoorExit,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserCog,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import type { MenuAct } from './seatActs';

type Props = { one: SeatView; leads: boolean; onChoose: (act: MenuAct) => void };

export function SeatMenu({ one, leads, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('members/actsOf', { code: one.code })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {one.state === 'seated' && one.party !== null && one.role_change === null ? (
          <Menu.Item leftSection={<IconUserCog size={15} aria-hidden />} onClick={() => onChoose('roles')}>
            {t('roleChange/change')}
          </Menu.Item>
        ) : null}
        {leads ? <OfLeaders one={one} onChoose={onChoose} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function OfLeaders({ one, onChoose }: Omit<Props, 'leads'>) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  return (
    <>
      {one.state === 'seated' ? (
        <Menu.Item leftSection={<IconPlayerPause size={15} aria-hidden />} onClick={() => onChoose('suspend')}>
          {t('members/suspend')}
        </Menu.Item>
      ) : null}
      {one.state === 'suspended' ? (
        <Menu.Item leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={() => onChoose('resume')}>
          {t('members/resume')}
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconClock size={15} aria-hidden />} onClick={() => onChoose('time')}>
        {t('members/time')}
      </Menu.Item>
      {one.party !== null && one.id !== seat.id ? (
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => onChoose('rename')}>
          {t('members/rename')}
        </Menu.Item>
      ) : null}
      <Menu.Item color="red" leftSection={<IconDoorExit size={15} aria-hidden />} onClick={() => onChoose('end')}>
        {t(one.state === 'proposed' ? 'members/dropProposal' : 'members/end')}
      </Menu.Item>
    </>
  );
}
