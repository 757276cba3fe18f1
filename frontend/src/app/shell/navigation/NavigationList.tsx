/** The screens of the team in labelled groups, with the number of pending actions at each, and settings and help apart. */
import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle, IconSettings } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { usePendingCounts } from './counts';
import classes from './Navigation.module.css';
import { AT_THE_SEARCH, GROUPS, isFor, OVERVIEW, type Screen } from './screens';

type Props = { onHelp: () => void; /** Called after a screen was chosen. */ onChosen?: () => void };

export function NavigationList({ onHelp, onChosen }: Props) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const groups = GROUPS.map(({ word, screens }) => ({
    word,
    screens: (screens as readonly Screen[]).filter((screen) => isFor(screen, may)),
  })).filter(({ screens }) => screens.length > 0);
  return (
    <>
      <div className={classes['groups']}>
        <ul className={classes['list']}>
          <Entry screen={OVERVIEW} {...(onChosen ? { onChosen } : {})} />
        </ul>
        {groups.map(({ word, screens }) => (
          <div key={word} role="group" aria-labelledby={word}>
            <h2 id={word} className={classes['group']}>
              {t(word)}
            </h2>
            <ul className={classes['list']}>
              {screens.map((screen) => (
                <Entry key={screen.word} screen={screen} {...(onChosen ? { onChosen } : {})} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={classes['apart']}>
        <Link to="/account" className={classes['entry']} onClick={onChosen}>
          <IconSettings size={18} stroke={1.5} aria-hidden />
          <span>{t('nav/settings')}</span>
        </Link>
        <UnstyledButton className={classes['entry']} onClick={onHelp} aria-keyshortcuts="?">
          <IconHelpCircle size={18} stroke={1.5} aria-hidden />
          <span>{t('nav/help')}</span>
        </UnstyledButton>
      </div>
    </>
  );
}

function Entry({ screen, onChosen }: { screen: Screen; onChosen?: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const counts = usePendingCounts();
  const here = useIsHere(screen);
  const count = screen.counts === null ? counts.total : counts.of(screen.counts);
  const Icon = screen.icon;
  return (
    <li>
      <Link
        to={screen.to}
        params={{ jit: jit.id }}
        search={'search' in screen ? screen.search : {}}
        reloadDocument={screen.to === AT_THE_SEARCH}
        className={classes['entry']}
        data-here={here || undefined}
        aria-current={here ? 'page' : undefined}
        // The same rule as `here`, because the router marks active links as well.
        activeOptions={{ exact: true, includeSearch: true }}
        onClick={onChosen}
      >
        <Icon size={18} stroke={1.5} aria-hidden />
        <span>{t(screen.word)}</span>
        {count > 0 ? (
          <>
            <span className={classes['count']} aria-hidden>
              {count}
            </span>
            <span className="visually-hidden">{t('nav/pending', { count })}</span>
          </>
        ) : null}
      </Link>
    </li>
  );
}

/** Whether this screen, or one below it, is shown. */
function useIsHere(screen: Screen): boolean {
  const { jit } = useTeam();
  const { pathname, search } = useLocation();
  const path = screen.to.replace('$jit', jit.id);
  if (screen.to === OVERVIEW.to) return pathname.replace(/\/$/, '') === path;
  const calendar = pathname === path && (search as { view?: unknown }).view === 'calendar';
  if ('search' in screen) return calendar;
  return (pathname === path || pathname.startsWith(`${path}/`)) && !(screen.to === '/jits/$jit/tasks' && calendar);
}
