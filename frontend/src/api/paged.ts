/** A paged list: each page names the cursor of the next one. */
import { infiniteQueryOptions } from '@tanstack/react-query';

/** `key`: name and arguments of the query. `load`: asks for the page at a cursor, the first one without it. */
export const paged = <Key extends object, Page extends { next: string | null }>(
  key: Key,
  load: (cursor: { cursor?: string }, signal: AbortSignal) => Promise<{ data: Page }>,
) =>
  infiniteQueryOptions({
    queryKey: [key] as const,
    queryFn: async ({ pageParam, signal }) => (await load(pageParam ? { cursor: pageParam } : {}, signal)).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
