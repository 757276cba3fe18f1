/** Reloads the queries that facts made stale, with few requests for many facts. Which queries: facts.ts. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { Key } from '@/api/queries';

const isFirstLoad = (query: Query): boolean => query.state.data === undefined;

/**
 * Collects stale queries and reloads them: at once for the first fact, then at most every `pause` ms. A first load that is
 * on its way may have been answered before the fact, and `invalidateQueries` waits for its answer instead of asking
 * again: that query is reloaded after it.
 */
export function makeRefresher(client: QueryClient, pause = 400): { touch: (all: Key[]) => void; stop: () => void } {
  const pending = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const flush = () => {
    timer = undefined;
    if (pending.size === 0) return;
    const batch = [...pending.values()];
    pending.clear();
    for (const queryKey of batch) {
      const loading = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: isFirstLoad });
      for (const { promise, queryKey: key } of loading) {
        const reload = () => touch([key as Key]);
        void promise?.then(reload, reload);
      }
      void client.invalidateQueries({ queryKey });
    }
    timer = setTimeout(flush, pause);
  };
  const touch = (all: Key[]) => {
    if (isStopped) return;
    for (const key of all) pending.set(JSON.stringify(key), key);
    if (timer === undefined) flush();
  };
  return {
    touch,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
