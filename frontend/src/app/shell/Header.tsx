import { ActionIcon } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bell } from '@/features/notifications/notifications/Bell';
import { BeginButton } from '@/features/custody/working-sessions/BeginButton';
import { AccountMenu } from './AccountMenu';
import { Clock } from './Clock';
import { Connection } from './Connection';
import { ColourToggle } from './ColourToggle';
import { Mark } from './Mark';
import { TeamSwitcher } from './TeamSwitcher';
import classes from './Shell.module.css';
import { hint } from '@/components/hints/hint';

type Props = {
  feedShown: boolean;
  /** Null on a screen that shows what happens itself. */ onToggleFeed:
    (() => void) | null; /** Whether what concerns one is open. */
  told: boolean;
  onTold: (open: boolean) => void;
  onShortcuts: () => void;
};

export function Header({ feedShown, onToggleFeed, told, onTold, onShortcuts }: Props) {
  const { t } = useTranslation();
  const label = t(feedShown ? 'app/hideFeed' : 'app/showFeed');
  return (
    <header className={classes['header']}>
      <Link to="/teams" className={classes['brand']} aria-label={t('app/teams')}>
        <Mark />
      </Link>
      <TeamSwitcher />
      <div className={classes['spacer']} />
      <Connection />
      <BeginButton />
      {onToggleFeed ? (
        <ActionIcon
          aria-label={label}
          {...hint(label)}
          aria-pressed={feedShown}
          {...(feedShown ? { variant: 'light', color: 'petrol' } : {})}
          onClick={onToggleFeed}
        >
          <IconActivity size={17} />
        </ActionIcon>
      ) : null}
      <Bell opened={told} onOpen={onTold} />
      <Clock />
      <ColourToggle />
      <AccountMenu onShortcuts={onShortcuts} />
    </header>
  );
}
