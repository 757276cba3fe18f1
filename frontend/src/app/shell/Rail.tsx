/** The way to the team's screens. Where the page is narrow it lies below, with the first few, and the others are behind “More”. */
import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { LateMenu } from '@/components/dialogs/LateMenu';
import { later } from '@/lib/later';
import { AT_THE_SEARCH, SCREENS } from './screens';
import classes from './Shell.module.css';

const RailList = later(async () => (await import('./RailList')).RailList);

/** How many fit below beside “More”, at 320 px and with the longest words. */
const BELOW = 4;

export function Rail() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const matches = useMatchRoute();
  const params = { jit: jit.id };
  const screens = SCREENS.filter(({ needs }) => needs === null || may(needs));
  const behind = screens.slice(BELOW);
  const here = behind.some(({ to }) => matches({ to, params, fuzzy: true }));
  return (
    <nav className={classes['rail']} aria-label={t('app/navigation')}>
      {screens.map(({ to, word, icon: Icon }, index) => (
        <Link
          key={to}
          to={to}
          params={params}
          search={{}}
          reloadDocument={to === AT_THE_SEARCH}
          activeOptions={{ exact: to === '/jits/$jit', includeSearch: false }}
          className={classes['item']}
          data-behind={index >= BELOW || undefined}
        >
          <Icon size={20} stroke={1.5} aria-hidden />
          {t(word)}
        </Link>
      ))}
      {behind.length > 0 ? (
        <LateMenu
          menu={(late) => <RailList {...late} behind={behind} />}
          target={
            <UnstyledButton className={classes['item']} data-more data-status={here ? 'active' : undefined}>
              <IconDots size={20} stroke={1.5} aria-hidden />
              {t('app/more')}
            </UnstyledButton>
          }
        />
      ) : null}
    </nav>
  );
}
