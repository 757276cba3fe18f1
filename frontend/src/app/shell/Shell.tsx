/** The frame of every screen of a team: team and seat above, screens at the side, what happens beside it. */
import { useIsFetching, type Query } from '@tanstack/react-query';
import { Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfName } from '@/api/naming';
import { TeamProvider, useTeam } from '@/api/team';
import { FeedPanel } from '@/features/audit/activity/FeedPanel';
import { LedgerAlarm } from '@/features/audit/health/LedgerAlarm';
import { WorkingSessionBar } from '@/features/custody/working-sessions/WorkingSessionBar';
import { later, standing } from '@/lib/later';
import { LedgerWatch } from '@/realtime/LedgerWatch';
import { LiveProvider } from '@/realtime/LiveProvider';
import { Missing, Waiting } from '@/app/Fallbacks';
import { useSeen } from '@/app/seen';
import { warm } from '@/app/warm';
import { Header } from './Header';
import { Offline } from './Offline';
import { LeavingBanner } from './LeavingBanner';
import { PhaseBanner } from './PhaseBanner';
import { Rail } from './Rail';
import { useRemembered } from './useRemembered';
import { useShortcuts } from './useShortcuts';
import classes from './Shell.module.css';

/** With what it sends, of which only an action day has anything. */
const Sending = later(async () => (await import('@/features/coordination/action-days/Sending')).Sending);
const UploadsPanel = later(async () => (await import('@/features/evidence/files/UploadsPanel')).UploadsPanel);

/** What was asked for is on the screen before more is fetched, in milliseconds. */
const DRAWN = 200;
const isAwaited = (query: Query) => !isOfName(query);

const Shortcuts = lazy(async () => ({ default: (await import('./Shortcuts')).Shortcuts }));

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
  const [helping, setHelping] = useState(false);
  const [told, setTold] = useState(false);
  const { jit } = useTeam();
  // The situation shows what happens itself: not twice.
  const within = Boolean(useMatchRoute()({ to: '/jits/$jit', params: { jit: jit.id } }));
  // The screens of an action day show themselves what waits to be sent.
  const onTheDay = Boolean(
    useMatchRoute()({ to: '/jits/$jit/operations/$operation', params: { jit: jit.id }, fuzzy: true }),
  );
  useEffect(warm, []);
  const quiet = useIsFetching({ predicate: isAwaited }) === 0;
  useEffect(() => {
    if (!quiet) return;
    const drawn = setTimeout(standing, DRAWN);
    return () => clearTimeout(drawn);
  }, [quiet]);
  useSeen();
  const shown = !within && (wide ? beside : over);
  const toggle = () => (wide ? setBeside(!beside) : setOver(!over));
  const help = useCallback(() => setHelping(true), []);
  const bell = useCallback(() => setTold(true), []);
  useShortcuts({ jit: jit.id, onFeed: toggle, onBell: bell, onHelp: help });
  return (
    <div className={classes['shell']} data-feed={(wide && shown) || undefined}>
      <a href="#content" className={classes['skip']}>
        {t('app/skip')}
      </a>
      <Header feedShown={shown} onToggleFeed={within ? null : toggle} told={told} onTold={setTold} onShortcuts={help} />
      <Rail />
      <main id="content" className={classes['main']} tabIndex={-1}>
        <Offline />
        <PhaseBanner />
        <LeavingBanner />
        <LedgerAlarm />
        <WorkingSessionBar />
        <Suspense fallback={null}>
          <Sending shown={!onTheDay} />
        </Suspense>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      {shown ? <FeedPanel floating={!wide} onClose={toggle} /> : null}
      <Suspense fallback={null}>
        <UploadsPanel />
        {helping ? <Shortcuts onClose={() => setHelping(false)} /> : null}
      </Suspense>
    </div>
  );
}
