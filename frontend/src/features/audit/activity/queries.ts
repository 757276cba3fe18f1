/** The newest entries that the member may read, with their values, for the activity feed. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { searchEntries } from '@/api/generated/sdk.gen';
import { compact } from '@/lib/compact';

/** `kinds`: of these kinds only; `seat`: by this member only. */
export type ActivityFilter = { kinds?: readonly string[] | undefined; seat?: string | undefined };

const PAGE = 60;

export const activityQuery = (jit: string, { kinds, seat }: ActivityFilter) => {
  const query = compact({ kind: kinds ? [...kinds] : undefined, seat });
  return infiniteQueryOptions({
    queryKey: [{ _id: 'activity', path: { jit }, query }] as const,
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam ? { cursor: pageParam } : {};
      const asked = { path: { jit }, query: { ...query, limit: PAGE, ...cursor }, signal, throwOnError: true } as const;
      return (await searchEntries(asked)).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
};
