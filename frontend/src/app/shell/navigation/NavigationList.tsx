/** The entries of the navigation in labelled groups, with the number of pending actions at each, and settings and help apart. */
import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { usePendingCounts } from './counts';
import classes from './Navigation.module.css';
import { AT_THE_SEARCH, navigationOf, OVERVIEW, overviewEntry, type Entry } from './screens';
import { useIsHere } from './useIsHere';

type Props = { onHelp: () => void; /** Called after a screen was chosen. */ onChosen?: () => void };

export function NavigationList({ onHelp, onChosen }: Props) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const line = (entry: Entry) => <Line key={entry.word} entry={entry} {...(onChosen ? { onChosen } : {})} />;
  return (
    <>
      <div className={classes['groups']}>
        <ul className={classes['list']}>{line(overviewEntry)}</ul>
        {navigationOf(may).map(({ word, entries }) => (
          <div key={word} role="group" aria-labelledby={word}>
            <h2 id={word} className={classes['group']}>
              {t(word)}
            </h2>
            <ul className={classes['list']}>{entries.map(line)}</ul>
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

/** Leads to the first screen of the entry that the member may open. */
function Line({ entry, onChosen }: { entry: Entry; onChosen?: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const counts = usePendingCounts();
  const { isBelow } = useIsHere();
  const here = entry.screens.some(isBelow);
  const [first] = entry.screens;
  if (!first) return null;
  const count =
    first === OVERVIEW ? counts.total : counts.of(entry.screens.flatMap((one): readonly string[] => one.counts ?? []));
  return (
    <li>
      <Link
        to={first.to}
        params={{ jit: jit.id }}
        reloadDocument={first.to === AT_THE_SEARCH}
        className={classes['entry']}
        data-here={here || undefined}
        aria-current={here ? 'page' : undefined}
        // The same rule as `here`, because the router marks active links as well.
        activeOptions={{ exact: true, includeSearch: true }}
        onClick={onChosen}
      >
        <entry.icon size={18} stroke={1.5} aria-hidden />
        <span>{t(entry.word)}</span>
        {count > 0 ? <Count count={count} /> : null}
      </Link>
    </li>
  );
}

/** A number of pending actions, also for screen readers. */
export function Count({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes['count']} aria-hidden>
        {count}
      </span>
      <span className="visually-hidden">{t('nav/pending', { count })}</span>
    </>
  );
}
