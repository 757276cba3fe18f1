/** The routes above all others: the page itself, and the frame of a team. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';
import { membersQuery, partiesQuery } from '@/api/queries';
import { Missing } from '../Fallbacks';
import { demandNetworkForBoard, TeamFault } from '../pages/coordination/TeamFault';
import { Root } from '../Root';
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
    demandNetworkForBoard(parts.location.pathname);
    // Loaded in parallel; the screens show errors.
    const { queries } = parts.context;
    queries.query(partiesQuery(parts.params.jit)).catch(later);
    queries.query(membersQuery(parts.params.jit)).catch(later);
    await signedIn(parts);
  },
});
