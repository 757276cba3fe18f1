/** Queries and answers about copies. Their keys are in api/queries.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerCopy, listCopies } from '@/api/generated/sdk.gen';
import type { CopyAnswerForm, CopyView } from '@/api/views';
import { ifMatch } from '@/api/headers';

/** Copies held by the party or of its exhibits, with or without an open question, newest first. */
export const copiesQuery = (jit: string, side: CopyView['side'], unanswered: boolean) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listCopies', path: { jit }, side, unanswered }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listCopies({
          path: { jit },
          query: { side, unanswered, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });

/** The newest copies of one exhibit that the seat may know. */
export const exhibitCopiesQuery = (jit: string, evidence: string) =>
  queryOptions({
    queryKey: [{ _id: 'listCopies', path: { jit }, evidence }] as const,
    queryFn: async ({ signal }) =>
      (await listCopies({ path: { jit }, query: { evidence, limit: 200 }, signal, throwOnError: true })).data,
  });

export async function answerFor(jit: string, copy: CopyView, body: CopyAnswerForm): Promise<CopyView> {
  return (
    await answerCopy({
      path: { jit, copy: copy.id },
      body,
      headers: ifMatch(copy.version),
      throwOnError: true,
    })
  ).data;
}
