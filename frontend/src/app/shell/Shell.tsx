/** The frame of every screen of a team: team and member above, navigation at the side, activity beside it. */
import { useMediaQuery } from '@mantine/hooks';
import { useIsFetching, type Query } from '@tanstack/react-query';
import { Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfName } from '@/api/naming';
import { TeamProvider, useTeam } from '@/api/team';
import { Missing, Waiting } from '@/app/Fallbacks';
import { useSeen } from '@/app/seen';
import { preload } from '@/app/preload';
import { LedgerAlarm } from '@/features/audit/health/LedgerAlarm';
import { WorkingSessionBar } from '@/features/custody/working-sessions/WorkingSessionBar';
import { withWords } from '@/i18n';
import { loadLater, firstScreenShown } from '@/lib/lazyLoading';
import { LedgerWatch } from '@/realtime/LedgerWatch';
import { LiveProvider } from '@/realtime/LiveProvider';
import { Header } from './Header';
import type { HelpTab } from './help/tabs';
import { LeavingBanner } from './LeavingBanner';
import { Navigation } from './navigation/Navigation';
import { ScreenTabs } from './navigation/ScreenTabs';
import { Offline } from './Offline';
import { collectTyped } from './palette/typedAhead';
import { PhaseBanner } from './PhaseBanner';
import classes from './Shell.module.css';
import { useRemembered } from './useRemembered';
import { useShortcuts } from './useShortcuts';

const FeedPanel = loadLater(withWords(async () => (await import('@/features/audit/activity/FeedPanel')).FeedPanel));
/** With what it sends, of which only an action day has anything. */
const QueueSender = loadLater(
  withWords(async () => (await import('@/features/coordination/action-days/QueueSender')).QueueSender),
);
const RecoveryNotice = loadLater(
  withWords(async () => (await import('@/features/accounts/organisation/RecoveryNotice')).RecoveryNotice),
);
const UploadsPanel = loadLater(
  withWords(async () => (await import('@/features/evidence/files/UploadsPanel')).UploadsPanel),
);

/** Milliseconds for the requested screen to be drawn before other code is loaded. */
const DRAWN = 200;
const isAwaited = (query: Query) => !isOfName(query);

const HelpDrawer = lazy(withWords(async () => ({ default: (await import('./help/HelpDrawer')).HelpDrawer })));
const NavigationDrawer = lazy(
  withWords(async () => ({
    default: (await import('./navigation/NavigationDrawer')).NavigationDrawer,
  })),
);
const Palette = lazy(withWords(async () => ({ default: (await import('./palette/Palette')).Palette })));

export function Shell() {
  const { jit } = useParams({ from: '/jits/$jit' });
  return (
    <Suspense fallback={<Waiting />}>
      <TeamProvider key={jit} jit={jit} missing={<Missing />}>
        <LiveProvider jit={jit}>
          <LedgerWatch jit={jit}>
            <Frame />
          </LedgerWatch>
        </LiveProvider>
      </TeamProvider>
    </Suspense>
  );
}

function Frame() {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false });
  const [beside, setBeside] = useRemembered('liaison.feed', false);
  const [over, setOver] = useState(false);
  const [help, setHelp] = useState<HelpTab | null>(null);
  const [told, setTold] = useState(false);
  const [menu, setMenu] = useOpened();
  const [palette, setPalette] = useOpened();
  const { jit } = useTeam();
  // The overview shows the activity itself: not twice.
  const within = Boolean(useMatchRoute()({ to: '/jits/$jit', params: { jit: jit.id } }));
  // The screens of an action day show themselves what waits to be sent.
  const onTheDay = Boolean(
    useMatchRoute()({ to: '/jits/$jit/operations/$operation', params: { jit: jit.id }, fuzzy: true }),
  );
  useEffect(preload, []);
  const quiet = useIsFetching({ predicate: isAwaited }) === 0;
  useEffect(() => {
    if (!quiet) return;
    const drawn = setTimeout(firstScreenShown, DRAWN);
    return () => clearTimeout(drawn);
  }, [quiet]);
  useSeen();
  const shown = !within && (wide ? beside : over);
  const toggle = () => (wide ? setBeside(!beside) : setOver(!over));
  const showHelp = useCallback(() => setHelp('screen'), []);
  const bell = useCallback(() => setTold(true), []);
  const search = useCallback(() => {
    collectTyped();
    setPalette(true);
  }, [setPalette]);
  useShortcuts({ jit: jit.id, onFeed: toggle, onBell: bell, onHelp: showHelp, onPalette: search });
  return (
    <div className={classes['shell']} data-feed={(wide && shown) || undefined}>
      <a href="#content" className={classes['skip']}>
        {t('app/skip')}
      </a>
      <Header
        feedShown={shown}
        onToggleFeed={within ? null : toggle}
        told={told}
        onTold={setTold}
        onHelp={showHelp}
        onMenu={() => setMenu(true)}
        onPalette={search}
        menuOpened={menu === true}
      />
      <Navigation onHelp={showHelp} />
      <main id="content" className={classes['main']} tabIndex={-1} data-scroll-restoration-id="content">
        <Offline />
        <PhaseBanner />
        <LeavingBanner />
        <LedgerAlarm />
        <Suspense fallback={null}>
          <RecoveryNotice />
        </Suspense>
        <WorkingSessionBar />
        <Suspense fallback={null}>
          <QueueSender shown={!onTheDay} />
        </Suspense>
        <ScreenTabs />
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense fallback={null}>{shown ? <FeedPanel floating={!wide} onClose={toggle} /> : null}</Suspense>
      <Suspense fallback={null}>
        <UploadsPanel />
      </Suspense>
      <Suspense fallback={null}>
        {help === null ? null : <HelpDrawer tab={help} onTab={setHelp} onClose={() => setHelp(null)} />}
      </Suspense>
      <Suspense fallback={null}>
        {menu === null ? null : <NavigationDrawer opened={menu} onClose={() => setMenu(false)} onHelp={showHelp} />}
      </Suspense>
      <Suspense fallback={null}>
        {palette === null ? null : <Palette opened={palette} onClose={() => setPalette(false)} onHelp={setHelp} />}
      </Suspense>
    </div>
  );
}

/** Null until it is opened for the first time: before, its code is not needed. Afterwards it stays mounted. */
function useOpened(): [boolean | null, (opened: boolean) => void] {
  return useState<boolean | null>(null);
}
