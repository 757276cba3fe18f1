/** Numbers and titles of exhibits from the lists in memory. */
import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { keys } from './queries';
import type { EvidenceSummary } from './views';

export type Named = Pick<EvidenceSummary, 'exhibit_number' | 'title'>;

const NONE: ReadonlyMap<string, Named> = new Map();
const made = new WeakMap<QueryClient, { jit: string; stamp: string; names: ReadonlyMap<string, Named> }>();

function names(client: QueryClient, jit: string): ReadonlyMap<string, Named> {
  const lists = client.getQueryCache().findAll({ queryKey: keys.pool(jit) });
  if (lists.length === 0) return NONE;
  const stamp = lists.map(({ queryHash, state }) => `${queryHash}${String(state.dataUpdatedAt)}`).join();
  const before = made.get(client);
  if (before?.jit === jit && before.stamp === stamp) return before.names;
  const found = new Map<string, Named>();
  for (const { state } of lists) {
    const data = state.data as Partial<InfiniteData<{ items: EvidenceSummary[] }>> | undefined;
    for (const one of data?.pages?.flatMap((page) => page.items) ?? []) found.set(one.id, one);
  }
  made.set(client, { jit, stamp, names: found });
  return found;
}

export function useListedNames(jit: string): ReadonlyMap<string, Named> {
  const client = useQueryClient();
  const subscribe = useCallback((told: () => void) => client.getQueryCache().subscribe(told), [client]);
  return useSyncExternalStore(subscribe, () => names(client, jit));
}
