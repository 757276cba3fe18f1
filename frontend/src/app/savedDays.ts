/** When a saved state of an action day is shown, and when it is deleted: without a network, and when its reader changes. */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { meQuery } from '@/api/queries';
import type { MeView } from '@/api/views';
import { firstScreen } from '@/lib/lazyLoading';

const DAY = /^\/jits\/([^/]+)\/operations\/([^/]+?)(\/board)?\/?$/;

/** The action day of an address, and which of its screens; null for other addresses. */
export function dayOf(pathname: string): { jit: string; operation: string; screen: 'plan' | 'board' } | null {
  const [, jit, operation, board] = DAY.exec(pathname) ?? [];
  return jit && operation ? { jit, operation, screen: board ? 'board' : 'plan' } : null;
}

/** The code, which is not needed for the first screen. */
const savedDay = () => import('@/features/coordination/action-days/saved-day/savedDay');

/** Shows the saved state of the action day at this address; false if there is none. */
export async function restoreDay(queries: QueryClient, pathname: string): Promise<boolean> {
  const day = dayOf(pathname);
  if (!day) return false;
  const { restore } = await savedDay();
  return restore(queries, day.jit, day.operation, day.screen);
}

/** Deletes saved states that this account may not read, or all of them if the session ended. */
async function sweep(me: MeView | null): Promise<void> {
  await firstScreen;
  const code = await savedDay().catch(() => null);
  await code?.sweep(me).catch(() => undefined);
}

/** The session ended. */
export const forgetDays = (): void => void sweep(null);

/** Follows what the server says about the account and its teams. */
export function watchReader(queries: QueryClient): void {
  const me = hashKey(meQuery().queryKey);
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (event.query.queryHash === me) void sweep(event.query.state.data as MeView);
  });
}
