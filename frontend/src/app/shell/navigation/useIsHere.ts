/** Tells whether a screen is shown. */
import { useLocation } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { OVERVIEW, type Screen } from './screens';

/** `isAt`: the screen itself is shown. `isBelow`: the screen, or one below it, is shown. */
export function useIsHere(): { isAt: (screen: Screen) => boolean; isBelow: (screen: Screen) => boolean } {
  const { jit } = useTeam();
  const pathname = useLocation().pathname.replace(/\/$/, '');
  const isAt = (screen: Screen) => pathname === screen.to.replace('$jit', jit.id);
  const isBelow = (screen: Screen) =>
    isAt(screen) || (screen.to !== OVERVIEW.to && pathname.startsWith(`${screen.to.replace('$jit', jit.id)}/`));
  return { isAt, isBelow };
}
