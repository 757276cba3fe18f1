/** The commands of the palette: screens to open and acts to begin, as far as the member may. */
import { useMantineColorScheme } from '@mantine/core';
import {
  IconArchive,
  IconBell,
  IconClock,
  IconDevices,
  IconHelpCircle,
  IconKeyboard,
  IconLanguage,
  IconLayoutList,
  IconListCheck,
  IconLogout,
  IconPackageExport,
  IconQrcode,
  IconPlus,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { AT_THE_SEARCH, isFor, SCREENS, type Screen } from '@/app/shell/navigation/screens';
import { SCHEMES } from '@/app/shell/schemes';
import type { HelpTab } from '@/app/shell/help/tabs';
import { useLanguage } from '@/app/useLanguage';
import { useSignOut } from '@/app/useSignOut';
import { LANGUAGES, languages } from '@/i18n';

export type Command = { id: string; label: string; icon: Icon; keys?: readonly string[]; run: () => void };

/** Actions that the palette itself provides. */
export type Begun = 'task' | 'exhibit' | 'export';

type Doing = { onBegin: (begun: Begun) => void; onHelp: (tab: HelpTab) => void };

/** Actions, screens and settings, in the order of the palette. */
export function useCommands({ onBegin, onHelp }: Doing): { acts: Command[]; screens: Command[]; settings: Command[] } {
  return { acts: useActs(onBegin), screens: useScreens(), settings: useSettings(onHelp) };
}

function useActs(onBegin: Doing['onBegin']): Command[] {
  const { t } = useTranslation();
  const { may } = useTeam();
  const navigate = useNavigate();
  return [
    ...(may('tasks:assign')
      ? [{ id: 'task', label: t('palette/newTask'), icon: IconPlus, run: () => onBegin('task') }]
      : []),
    ...(may('evidence:register')
      ? [{ id: 'exhibit', label: t('palette/register'), icon: IconArchive, run: () => onBegin('exhibit') }]
      : []),
    ...(may('exports:make')
      ? [{ id: 'export', label: t('palette/export'), icon: IconPackageExport, run: () => onBegin('export') }]
      : []),
    { id: 'label', label: t('palette/label'), icon: IconQrcode, run: () => void navigate({ to: '/find' }) },
  ];
}

function useScreens(): Command[] {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const navigate = useNavigate();
  const open = (screen: Screen) => {
    if (screen.to === AT_THE_SEARCH) location.assign(AT_THE_SEARCH.replace('$jit', jit.id));
    else
      void navigate({
        to: screen.to,
        params: { jit: jit.id },
      });
  };
  return [
    ...SCREENS.filter((screen) => isFor(screen, may)).map((screen) => ({
      id: screen.word,
      label: t(screen.word),
      icon: screen.icon,
      run: () => open(screen),
    })),
    {
      id: 'teams',
      label: t('app/teams'),
      icon: IconLayoutList,
      keys: ['g', 't'],
      run: () => void navigate({ to: '/teams' }),
    },
    { id: 'mine', label: t('palette/myTasks'), icon: IconListCheck, run: () => void navigate({ to: '/tasks' }) },
  ];
}

function useSettings(onHelp: Doing['onHelp']): Command[] {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const colour = t('app/colour');
  return [
    { id: 'settings', label: t('nav/settings'), icon: IconSettings, run: () => void navigate({ to: '/account' }) },
    {
      id: 'notificationSettings',
      label: t('palette/notificationSettings'),
      icon: IconBell,
      run: () => void navigate({ to: '/account', hash: 'notifications' }),
    },
    {
      id: 'sessions',
      label: t('palette/sessions'),
      icon: IconDevices,
      run: () => void navigate({ to: '/account', hash: 'sessions' }),
    },
    { id: 'zone', label: t('palette/zone'), icon: IconClock, run: () => void navigate({ to: '/account' }) },
    ...SCHEMES.map(({ value, icon }) => ({
      id: value,
      label: `${colour}${t('common/colon')}${t(`app/${value}`)}`,
      icon,
      run: () => setColorScheme(value),
    })),
    ...languages
      .filter((one) => one !== i18n.language)
      .map((one) => ({
        id: one,
        label: `${t('app/language')}${t('common/colon')}${LANGUAGES[one]}`,
        icon: IconLanguage,
        run: () => language.choose(one),
      })),
    { id: 'help', label: t('help/open'), icon: IconHelpCircle, keys: ['?'], run: () => onHelp('screen') },
    { id: 'keyboard', label: t('keyboard/open'), icon: IconKeyboard, run: () => onHelp('keyboard') },
    { id: 'signOut', label: t('app/signOut'), icon: IconLogout, run: signOut },
  ];
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the commands that contain words with all the beginnings in the query. */
export function matching(commands: readonly Command[], query: string): Command[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const words = plain(label).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
}
