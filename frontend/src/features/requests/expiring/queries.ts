/** Preserved data that lapses, over all requests. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { listExpiring } from '@/api/generated/sdk.gen';

export type { ExpiringView } from '@/api/generated/types.gen';

export const expiringQuery = (jit: string) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listExpiring', path: { jit } }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listExpiring({
          path: { jit },
          query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
