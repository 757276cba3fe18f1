/** The query of an exhibit's custody. Its key is in api/queries.ts. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { readCustody } from '@/api/generated/sdk.gen';

/** From which end a custody is read. */
export type CustodyOrder = 'newest' | 'oldest';

export const custodyQuery = (jit: string, evidence: string, sort: CustodyOrder) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'readCustody', path: { jit, evidence }, sort }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await readCustody({
          path: { jit, evidence },
          query: { limit: 100, sort, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Turned about, the same exhibit's custody stays on the page until it is read; another's never shows.
    placeholderData: (before, query) => (query?.queryKey[0].path.evidence === evidence ? before : undefined),
  });
