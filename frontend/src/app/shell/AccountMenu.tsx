import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { LANGUAGES, languages } from '@/i18n';
import { useWord } from '@/i18n/useWord';
import { useLanguage } from '../useLanguage';
import { useSignOut } from '../useSignOut';
import classes from './Shell.module.css';

export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const { seat, parties, partyName } = useTeam();
  const { data: me } = useSuspenseQuery(meQuery());
  const word = useWord();
  const signOut = useSignOut();
  const authority = parties.find((party) => party.code === seat.party)?.authorities.find((one) => one.code === seat.authority);
  const roles = seat.roles.map((role) => word('role', role)).join(', ');
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes['account']} aria-label={`${t('app/account')}: ${t('app/seat', { code: seat.code })}, ${roles}`}>
          <span className={classes['seatCode']}>{seat.code}</span>
          <span className={`${classes['who'] ?? ''} truncate`}>{me.account.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--l-text)">{me.account.name}</Text>
          <Text size="xs" c="dimmed">{me.account.email}</Text>
          <Text size="xs" c="dimmed" mt={6}>{t('app/seat', { code: seat.code })} · {roles}</Text>
          <Text size="xs" c="dimmed">{[seat.party ? partyName(seat.party) : t('signIn/noParty'), authority?.name].filter(Boolean).join(' · ')}</Text>
        </Menu.Label>
        {me.demonstration ? <Menu.Label>{t('app/demonstration')}</Menu.Label> : null}
        <Menu.Divider />
        <Menu.Label>{t('app/language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} role="menuitemradio" aria-checked={one === i18n.language} disabled={language.saving} leftSection={<IconCheck size={15} visibility={one === i18n.language ? 'visible' : 'hidden'} />} onClick={() => language.choose(one)}>
            {LANGUAGES[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={signOut}>{t('app/signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
