/** Reloads the queries that facts made stale, with few requests for many facts. Which queries: facts.ts. */
import type { QueryClient } from '@tanstack/react-query';
import type { Key } from '@/api/queries';

/** Collects stale queries and reloads them: at once for the first fact, then at most every `pause` ms. */
export function makeRefresher(client: QueryClient, pause = 400): { touch: (all: Key[]) => void; stop: () => void } {
  const pending = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (pending.size === 0) return;
    const batch = [...pending.values()];
    pending.clear();
    for (const queryKey of batch) void client.invalidateQueries({ queryKey });
    timer = setTimeout(flush, pause);
  };
  return {
    touch: (all) => {
      for (const key of all) pending.set(JSON.stringify(key), key);
      if (timer === undefined) flush();
    },
    stop: () => clearTimeout(timer),
  };
}
