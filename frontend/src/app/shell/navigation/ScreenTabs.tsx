/** The screens of the present entry of the navigation as tabs above the screen; Alt and a digit open one of them. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { usePendingCounts } from './counts';
import { Count } from './NavigationList';
import classes from './ScreenTabs.module.css';
import { navigationOf, type Screen } from './screens';
import { useCurrentInView } from './useCurrentInView';
import { useIsHere } from './useIsHere';

export function ScreenTabs() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const { isAt } = useIsHere();
  const counts = usePendingCounts();
  const entry = navigationOf(may)
    .flatMap(({ entries }) => entries)
    .find(({ screens }) => screens.length > 1 && screens.some(isAt));
  useTabKeys(entry?.screens ?? []);
  const bar = useCurrentInView(`${entry?.screens.find(isAt)?.to ?? ''} ${String(counts.total)}`);
  if (!entry) return null;
  return (
    <nav ref={bar} className={classes['tabs']} aria-label={t('nav/tabs', { of: t(entry.word) })}>
      <ul>
        {entry.screens.map((screen, at) => {
          const count = counts.of(screen.counts ?? []);
          return (
            <li key={screen.word}>
              <Link
                to={screen.to}
                params={{ jit: jit.id }}
                search={{}}
                className={classes['tab']}
                aria-current={isAt(screen) ? 'page' : undefined}
                aria-keyshortcuts={`Alt+${String(at + 1)}`}
                // The same rule as `aria-current` here, because the router marks active links as well.
                activeOptions={{ exact: true, includeSearch: true }}
              >
                <span>{t(screen.word)}</span>
                {count > 0 ? <Count count={count} /> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Opens a tab by Alt and its number, unless a dialog is open. */
function useTabKeys(screens: readonly Screen[]): void {
  const { jit } = useTeam();
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The place of the key: with Alt, some layouts type another character.
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const screen = digit === undefined ? undefined : screens[Number(digit) - 1];
      if (!screen || document.querySelector('[aria-modal="true"]') !== null) return;
      event.preventDefault();
      void navigate({ to: screen.to, params: { jit: jit.id }, search: {} });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [jit.id, navigate, screens]);
}
