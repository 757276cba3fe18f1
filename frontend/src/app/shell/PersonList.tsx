/** Account, language, theme, personal screens, and sign-out. */
import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconChecklist, IconLogout, IconQrcode, IconServerCog, IconUserCog } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { useLanguage } from '@/app/useLanguage';
import { useSignOut } from '@/app/useSignOut';
import type { Late } from '@/components/dialogs/LateMenu';
import { LANGUAGES, languages, spoken } from '@/i18n';
import { SCHEMES } from './schemes';

/** `lines`: about the member. */
export type About = { lines: readonly string[] };

export function PersonList({ target, defaultOpened, lines }: Late & About) {
  const { t, i18n } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
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
        <Menu.Item leftSection={<IconUserCog size={15} />} onClick={() => void navigate({ to: '/account' })}>
          {t('account/title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconChecklist size={15} />} onClick={() => void navigate({ to: '/tasks' })}>
          {t('taskViews/mineLink')}
        </Menu.Item>
        <Menu.Item leftSection={<IconQrcode size={15} />} onClick={() => void navigate({ to: '/find' })}>
          {t('labels/find')}
        </Menu.Item>
        {me.account.operator ? (
          <Menu.Item leftSection={<IconServerCog size={15} />} onClick={() => void navigate({ to: '/administration' })}>
            {t('administration/title')}
          </Menu.Item>
        ) : null}
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
        <Menu.Label>{t('app/colour')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => setColorScheme(SCHEMES.find(({ value }) => value === chosen)?.value ?? 'auto')}
        >
          {SCHEMES.map(({ value, icon: Own }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Own size={15} aria-hidden />}>
              {t(`app/${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={signOut}>
          {t('app/signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
