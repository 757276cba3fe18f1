/** Legal requests as the page reads and changes them. Their keys stand with the others, in queries.ts. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { readRequestOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  addRequestPaper,
  createRequest,
  extendRequestDeadline,
  linkEarlierRequest,
  linkRequestResult,
  listRequestMoves,
  listRequests,
  moveRequest,
  moveRequestItem,
  recallRequestRelease,
  recordRequestHop,
  releaseRequest,
  removeRequestPaper,
  unlinkRequestResult,
} from '@/api/generated/sdk.gen';
import type {
  Direction,
  HopForm,
  PaperForm,
  RequestForm,
  RequestReleaseForm,
  RequestResultForm,
  RequestState,
  RequestView,
} from '@/api/generated/types.gen';

export type {
  DeadlineView,
  Direction,
  HopForm,
  HopView,
  ItemKind,
  ItemState,
  LinkedRequestView,
  PaperForm,
  PaperView,
  PossibleMoveView,
  RequestForm,
  RequestItemForm,
  RequestItemView,
  RequestReleaseView,
  RequestResultView,
  RequestState,
  RequestView,
} from '@/api/generated/types.gen';

/** Filters of the list. `state`: of the request; without one, those that are neither closed nor withdrawn. */
export type RequestFilters = {
  q?: string | undefined;
  direction?: Direction | undefined;
  instrument?: string | undefined;
  state?: string | undefined;
};
export type MoveForm = { to: string; occurred_at: string | null; reason: string | null; ground: string | null };

const askedOf = ({ q, direction, instrument, state }: RequestFilters) => ({
  ...(q ? { q } : {}),
  ...(direction ? { direction } : {}),
  ...(instrument ? { instrument: [instrument] } : {}),
  ...(state === 'any'
    ? {}
    : state === undefined || state === 'ended'
      ? { open: state === undefined }
      : { state: [state as RequestState] }),
});

export const requestsQuery = (jit: string, filters: RequestFilters) => {
  const query = { ...askedOf(filters), limit: 50 };
  return infiniteQueryOptions({
    queryKey: [{ _id: 'listRequests', path: { jit }, query }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listRequests({
          path: { jit },
          query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
};

export const requestQuery = (jit: string, request: string) => readRequestOptions({ path: { jit, request } });

export const movesQuery = (jit: string, request: string) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listRequestMoves', path: { jit, request } }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listRequestMoves({
          path: { jit, request },
          query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export async function create(jit: string, body: RequestForm): Promise<RequestView> {
  return (await createRequest({ path: { jit }, body, throwOnError: true })).data;
}

/** `incomplete`: the request is sent although its form lacks required values. */
export async function move(
  jit: string,
  request: string,
  { to, occurred_at, reason, incomplete }: MoveForm & { incomplete: boolean },
): Promise<RequestView> {
  const body = { to, occurred_at, reason, ...(incomplete ? { incomplete } : {}) };
  return (await moveRequest({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function moveItem(jit: string, request: string, item: string, body: MoveForm): Promise<RequestView> {
  return (await moveRequestItem({ path: { jit, request, item }, body, throwOnError: true })).data;
}

export async function recordHop(jit: string, request: string, body: HopForm): Promise<RequestView> {
  return (await recordRequestHop({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function addPaper(jit: string, request: string, body: PaperForm): Promise<RequestView> {
  return (await addRequestPaper({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function removePaper(jit: string, request: string, evidence: string): Promise<RequestView> {
  return (await removeRequestPaper({ path: { jit, request, evidence }, throwOnError: true })).data;
}

export async function linkResult(jit: string, request: string, body: RequestResultForm): Promise<RequestView> {
  return (await linkRequestResult({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function unlinkResult(jit: string, request: string, result: string): Promise<RequestView> {
  return (await unlinkRequestResult({ path: { jit, request, result }, throwOnError: true })).data;
}

export async function share(
  jit: string,
  request: string,
  party: string,
  level: RequestReleaseForm['level'],
): Promise<RequestView> {
  return (await releaseRequest({ path: { jit, request, party }, body: { level }, throwOnError: true })).data;
}

export async function endSharing(jit: string, request: string, party: string, reason: string): Promise<RequestView> {
  return (await recallRequestRelease({ path: { jit, request, party }, body: { reason }, throwOnError: true })).data;
}

/** Records that a request asks for the production of the data that an earlier one preserved. */
export async function produceAfter(jit: string, request: string, earlier: string): Promise<RequestView> {
  return (
    await linkEarlierRequest({ path: { jit, request, earlier }, body: { relation: 'production' }, throwOnError: true })
  ).data;
}

export async function extend(jit: string, request: string, deadline: string, reason: string): Promise<RequestView> {
  return (await extendRequestDeadline({ path: { jit, request, deadline }, body: { reason }, throwOnError: true })).data;
}
