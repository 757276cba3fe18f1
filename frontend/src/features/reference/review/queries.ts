/** Values that operators should compare with their sources. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { listReferenceReview } from '@/api/generated/sdk.gen';
import type { ReferenceKind, ReviewReason } from '@/api/generated/types.gen';
import { referenceKey } from '@/features/reference/administration/queries';

export type { ReviewItemView } from '@/api/generated/types.gen';

/** Null: all. */
export type ReviewFilter = { kind: ReferenceKind | null; reason: ReviewReason | null };

export const EVERYTHING: ReviewFilter = { kind: null, reason: null };

export const REASONS = [
  'reported',
  'contradicted',
  'stale',
  'stale_test',
  'general',
  'secondary',
] as const satisfies readonly ReviewReason[];

const LIMIT = 50;

export const reviewQuery = ({ kind, reason }: ReviewFilter) =>
  infiniteQueryOptions({
    queryKey: [...referenceKey, 'review', kind, reason] as const,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: LIMIT,
        ...(kind ? { kind } : {}),
        ...(reason ? { reason } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return (await listReferenceReview({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
