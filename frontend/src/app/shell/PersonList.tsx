/** Who I am here, my language, my account, the way out. */
import { Menu, Text } from '@mantine/core';
import { IconChecklist, IconKeyboard, IconLogout, IconQrcode, IconUserCog } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import type { Late } from '@/components/dialogs/LateMenu';
import { LANGUAGES, languages, spoken } from '@/i18n';
import { useLanguage } from '@/app/useLanguage';
import { useSignOut } from '@/app/useSignOut';

/** `lines`: about the seat that one looks from. */
export type About = { lines: readonly string[]; onShortcuts: (() => void) | null };

export function PersonList({ target, defaultOpened, lines, onShortcuts }: Late & About) {
  const { t, i18n } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const language = useLanguage();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={280} defaultOpened={defaultOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--l-text)">
            {me.account.name}
          </Text>
          <Text size="xs" c="dimmed">
            {me.account.email}
          </Text>
          {lines.map((line, index) => (
            <Text key={line} size="xs" c="dimmed" mt={index === 0 ? 6 : 0}>
              {line}
            </Text>
          ))}
        </Menu.Label>
        {me.demonstration ? <Menu.Label>{t('app/demonstration')}</Menu.Label> : null}
        <Menu.Divider />
        <Menu.Label>{t('app/language')}</Menu.Label>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(chosen) => {
            const one = spoken(chosen);
            if (one) language.choose(one);
          }}
        >
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} disabled={language.saving} closeMenuOnClick>
              {LANGUAGES[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCog size={15} />} onClick={() => void navigate({ to: '/account' })}>
          {t('account/title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconChecklist size={15} />} onClick={() => void navigate({ to: '/tasks' })}>
          {t('taskViews/mineLink')}
        </Menu.Item>
        <Menu.Item leftSection={<IconQrcode size={15} />} onClick={() => void navigate({ to: '/find' })}>
          {t('labels/find')}
        </Menu.Item>
        {onShortcuts ? (
          <Menu.Item leftSection={<IconKeyboard size={15} />} rightSection={<kbd>?</kbd>} onClick={onShortcuts}>
            {t('keyboard/open')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={signOut}>
          {t('app/signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
