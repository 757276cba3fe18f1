/** The routes above all others: the page itself, and the frame of a team. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';
import { neverJudged, Problem } from '@/api/problem';
import { membersQuery, meQuery, partiesQuery } from '@/api/queries';
import { Missing } from '../Fallbacks';
import { TeamFault } from '../pages/coordination/TeamFault';
import { Root } from '../Root';
import { restoreDay } from '../savedDays';
import { Shell } from '../shell/Shell';
import { signedIn } from '../signedIn';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Root,
  notFoundComponent: Missing,
});

/** Preloads a query. Errors are ignored here: the screen that needs the query shows them. */
export const later = () => undefined;

export const team = createRoute({
  getParentRoute: () => root,
  path: '/jits/$jit',
  component: Shell,
  errorComponent: TeamFault,
  beforeLoad: async (parts) => {
    const { queries } = parts.context;
    const restored = () => restoreDay(queries, parts.location.pathname);
    const first = queries.getQueryData(meQuery().queryKey) === undefined;
    // A browser that knows of no network is believed only where there is a saved state.
    if (first && !navigator.onLine) await restored();
    // Loaded in parallel; the screens show errors.
    queries.query(partiesQuery(parts.params.jit)).catch(later);
    queries.query(membersQuery(parts.params.jit)).catch(later);
    try {
      await signedIn(parts);
    } catch (error) {
      // The network is there and leads nowhere.
      if (!(error instanceof Problem) || !neverJudged(error) || !(await restored())) throw error;
      await signedIn(parts);
    }
  },
});
