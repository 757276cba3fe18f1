/** Team, search, connection, time, notifications and account. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconActivity, IconHelpCircle, IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hint } from '@/components/hints/hint';
import { BeginButton } from '@/features/custody/working-sessions/BeginButton';
import { Bell } from '@/features/notifications/notifications/Bell';
import { AccountMenu } from './AccountMenu';
import { Clock } from './Clock';
import { Connection } from './Connection';
import { Mark } from './Mark';
import classes from './Shell.module.css';
import { TeamSwitcher } from './TeamSwitcher';

/** The shortcut as it is printed on most keyboards. */
const SEARCH_KEYS = 'Ctrl K';

type Props = {
  feedShown: boolean;
  /** Null if the screen itself shows the activity. */
  onToggleFeed: (() => void) | null;
  /** Whether the notifications are open. */
  told: boolean;
  onTold: (open: boolean) => void;
  onHelp: () => void;
  menuOpened: boolean;
  onMenu: () => void;
  onPalette: () => void;
};

export function Header({ feedShown, onToggleFeed, told, onTold, onHelp, menuOpened, onMenu, onPalette }: Props) {
  const { t } = useTranslation();
  const activity = t(feedShown ? 'app/hideFeed' : 'app/showFeed');
  return (
    <header className={classes['header']}>
      <ActionIcon
        className={classes['menu'] ?? ''}
        size="lg"
        aria-label={t('nav/menu')}
        aria-haspopup="dialog"
        aria-expanded={menuOpened}
        onClick={onMenu}
      >
        <IconMenu2 size={20} />
      </ActionIcon>
      <Link to="/teams" className={classes['brand']} aria-label={t('app/teams')}>
        <Mark />
      </Link>
      <TeamSwitcher />
      <UnstyledButton
        className={classes['search']}
        aria-label={t('palette/title')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={onPalette}
      >
        <IconSearch size={17} aria-hidden />
        <span className={classes['searchWords']}>{t('palette/title')}</span>
        <kbd className={classes['searchKeys']} aria-hidden>
          {SEARCH_KEYS}
        </kbd>
      </UnstyledButton>
      <div className={classes['spacer']} />
      <Connection />
      <Clock />
      <BeginButton />
      {onToggleFeed ? (
        <ActionIcon
          aria-label={activity}
          {...hint(activity)}
          aria-pressed={feedShown}
          {...(feedShown ? { variant: 'light', color: 'petrol' } : {})}
          onClick={onToggleFeed}
        >
          <IconActivity size={17} />
        </ActionIcon>
      ) : null}
      <ActionIcon
        className={classes['help'] ?? ''}
        aria-label={t('help/open')}
        {...hint(t('help/open'))}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={onHelp}
      >
        <IconHelpCircle size={18} />
      </ActionIcon>
      <Bell opened={told} onOpen={onTold} />
      <AccountMenu />
    </header>
  );
}
