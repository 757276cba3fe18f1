/** Tells whether a screen is shown. */
import { useLocation } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { OVERVIEW, type Screen } from './screens';

/** `isAt`: the screen itself is shown. `isBelow`: the screen, or one below it, is shown. */
export function useIsHere(): { isAt: (screen: Screen) => boolean; isBelow: (screen: Screen) => boolean } {
  const { jit } = useTeam();
  const location = useLocation();
  const pathname = location.pathname.replace(/\/$/, '');
  const tasks = `/jits/${jit.id}/tasks`;
  const calendar = pathname === tasks && (location.search as { view?: unknown }).view === 'calendar';
  const isAt = (screen: Screen) => {
    const path = screen.to.replace('$jit', jit.id);
    return pathname === path && ('search' in screen ? calendar : !calendar);
  };
  const isBelow = (screen: Screen) =>
    isAt(screen) ||
    (screen.to !== OVERVIEW.to &&
      !('search' in screen) &&
      pathname.startsWith(`${screen.to.replace('$jit', jit.id)}/`));
  return { isAt, isBelow };
}
