/** INTERPOL notices as the page reads and changes them. Their keys stand with the others, in queries.ts. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listNoticeReviewsOptions, readNoticeOptions } from '@/api/generated/@tanstack/react-query.gen';
import { listNoticeMoves, listNotices, previewNoticeNeeds } from '@/api/generated/sdk.gen';
import type { NoticeColour, NoticeExhibitForm, NoticeNeedsForm, NoticeState } from '@/api/generated/types.gen';
import { paged } from '@/api/paged';

export type {
  NoticeChallengeView,
  NoticeChangeForm,
  NoticeContentView,
  NoticeHitForm,
  NoticeColour,
  NoticeMoveForm,
  NoticeNeedsForm,
  NoticePreviewView,
  NoticeQuestionView,
  NoticeReleaseView,
  NoticeState,
  NoticeView,
  OpenPointView,
  PossibleNoticeMoveView,
} from '@/api/generated/types.gen';

export type ExhibitKind = NoticeExhibitForm['kind'];

/** Filters of the list. `state`: of the notice; without one, those that are not withdrawn, expired or recalled. */
export type NoticeFilters = {
  q?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
};

const askedOf = ({ q, kind, state }: NoticeFilters) => ({
  ...(q ? { q } : {}),
  ...(kind ? { kind: [kind as NoticeColour] } : {}),
  ...(state === 'any'
    ? {}
    : state === undefined || state === 'ended'
      ? { open: state === undefined }
      : { state: [state as NoticeState] }),
});

export const noticesQuery = (jit: string, filters: NoticeFilters) => {
  const query = { ...askedOf(filters), limit: 50 };
  const path = { jit };
  return {
    ...paged({ _id: 'listNotices', path, query }, (cursor, signal) =>
      listNotices({ path, query: { ...query, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
  };
};

export const noticeQuery = (jit: string, notice: string) => readNoticeOptions({ path: { jit, notice } });

/** Ended notices whose review is due. Polled, because a day begins without a fact. */
export const noticeReviewsQuery = (jit: string) => ({
  ...listNoticeReviewsOptions({ path: { jit } }),
  refetchInterval: 60_000,
});

/** The fields that a notice with these values needs. */
export const noticeNeedsQuery = (jit: string, body: NoticeNeedsForm) =>
  queryOptions({
    queryKey: [{ _id: 'previewNoticeNeeds', path: { jit }, body }] as const,
    queryFn: async ({ signal }) =>
      (await previewNoticeNeeds({ path: { jit }, body, signal, throwOnError: true })).data.needed,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });

export const noticeMovesQuery = (jit: string, notice: string) => {
  const path = { jit, notice };
  return paged({ _id: 'listNoticeMoves', path }, (cursor, signal) =>
    listNoticeMoves({ path, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  );
};
