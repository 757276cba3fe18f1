/** Legal requests as the page reads and changes them. Their keys stand with the others, in queries.ts. */
import { keepPreviousData } from '@tanstack/react-query';
import { idempotent, ifMatch } from '@/api/headers';
import { listRequestReviewsOptions, readRequestOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  addRequestPaper,
  changeRequest,
  confirmProductionRequest,
  createRequest,
  endRequestDeadline,
  extendRequestDeadline,
  keepRequest,
  importRequestEvidence,
  linkEarlierRequest,
  linkRequestResult,
  registerRequestAnswer,
  listRequestMoves,
  listRequests,
  moveRequest,
  moveRequestItem,
  recallRequestRelease,
  recordRequestHop,
  releaseRequest,
  startRequestDeadline,
  removeRequestPaper,
  unlinkEarlierRequest,
  unlinkRequestResult,
} from '@/api/generated/sdk.gen';
import type {
  ProductionConfirmationForm,
  DeadlineEndForm,
  DeadlineExtensionForm,
  DeadlineForm,
  Direction,
  HopForm,
  PaperForm,
  RequestChangeForm,
  RequestForm,
  RequestLinkForm,
  RequestReleaseForm,
  AnswerForm,
  EvidenceView,
  RequestResultForm,
  RequestState,
  RequestView,
  TextKeepingForm,
} from '@/api/generated/types.gen';
import { paged } from '@/api/paged';

export type {
  DeadlineEndForm,
  DeadlineForm,
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
  RequestChangeForm,
  RequestForm,
  RequestItemForm,
  RequestItemView,
  RequestLinkForm,
  RequestReleaseView,
  RequestResultView,
  RequestState,
  RequestView,
} from '@/api/generated/types.gen';

/**
 * Filters of the list. `state`: of the request; without one, those that are neither closed nor withdrawn. `sort`: the next
 * deadline comes first by default. `view`: a list by default.
 */
export type RequestFilters = {
  q?: string | undefined;
  direction?: Direction | undefined;
  instrument?: string | undefined;
  state?: string | undefined;
  sort?: 'newest' | undefined;
  view?: 'board' | 'deadlines' | undefined;
};
export type MoveForm = { to: string; occurred_at: string | null; reason: string | null; ground: string | null };

const askedOf = ({ q, direction, instrument, state, sort, view }: RequestFilters) => ({
  sort: sort === 'newest' && view !== 'deadlines' ? ('newest' as const) : ('deadline' as const),
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
  const query = { ...askedOf(filters), limit: filters.view ? 100 : 50 };
  const path = { jit };
  return {
    ...paged({ _id: 'listRequests', path, query }, (cursor, signal) =>
      listRequests({ path, query: { ...query, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
  };
};

export const requestQuery = (jit: string, request: string) => readRequestOptions({ path: { jit, request } });

/** Ended requests whose review is due. Polled, because a day begins without a fact. */
export const reviewsQuery = (jit: string) => ({
  ...listRequestReviewsOptions({ path: { jit } }),
  refetchInterval: 60_000,
});

export const movesQuery = (jit: string, request: string) => {
  const path = { jit, request };
  return paged({ _id: 'listRequestMoves', path }, (cursor, signal) =>
    listRequestMoves({ path, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  );
};

/** `key`: the idempotency key; the same content sent again under it is created once. */
export async function create(jit: string, key: string, body: RequestForm): Promise<RequestView> {
  return (await createRequest({ path: { jit }, body, headers: idempotent(key), throwOnError: true })).data;
}

/** Changes the content or the items of the version that the user saw. */
export async function change(jit: string, request: RequestView, body: RequestChangeForm): Promise<RequestView> {
  return (
    await changeRequest({
      path: { jit, request: request.id },
      body,
      headers: ifMatch(request.content?.version ?? 0),
      throwOnError: true,
    })
  ).data;
}

/** `incomplete`: the request is sent although its form lacks required values. `despite`: despite grounds against it. */
export async function move(
  jit: string,
  request: string,
  { to, occurred_at, reason, incomplete, despite }: MoveForm & { incomplete: boolean; despite: boolean },
): Promise<RequestView> {
  const body = { to, occurred_at, reason, ...(incomplete ? { incomplete } : {}), ...(despite ? { despite } : {}) };
  return (await moveRequest({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function moveItem(jit: string, request: string, item: string, body: MoveForm): Promise<RequestView> {
  return (await moveRequestItem({ path: { jit, request, item }, body, throwOnError: true })).data;
}

export async function recordHop(jit: string, request: string, body: HopForm): Promise<RequestView> {
  return (await recordRequestHop({ path: { jit, request }, body, throwOnError: true })).data;
}

/** Records an evidence of transport as a step. `xml`: as a connector gave it. */
export async function importEvidence(jit: string, request: string, xml: string): Promise<RequestView> {
  return (await importRequestEvidence({ path: { jit, request }, body: { xml }, throwOnError: true })).data;
}

export async function addPaper(jit: string, request: string, body: PaperForm): Promise<RequestView> {
  return (await addRequestPaper({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function removePaper(jit: string, request: string, evidence: string): Promise<RequestView> {
  return (await removeRequestPaper({ path: { jit, request, evidence }, throwOnError: true })).data;
}

/** Registers the exhibit, links it to the item and moves the item. `key`: a repeated call registers it once. */
export async function registerAnswer(
  jit: string,
  request: string,
  key: string,
  body: AnswerForm,
): Promise<EvidenceView> {
  return (
    await registerRequestAnswer({
      path: { jit, request },
      body,
      headers: { 'Idempotency-Key': key },
      throwOnError: true,
    })
  ).data;
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
  body: RequestReleaseForm,
): Promise<RequestView> {
  return (await releaseRequest({ path: { jit, request, party }, body, throwOnError: true })).data;
}

export async function endSharing(jit: string, request: string, party: string, reason: string): Promise<RequestView> {
  return (await recallRequestRelease({ path: { jit, request, party }, body: { reason }, throwOnError: true })).data;
}

/** Records that a request follows an earlier one. A production request stops the lapses of the earlier one. */
export async function follow(
  jit: string,
  request: string,
  earlier: string,
  relation: RequestLinkForm['relation'],
): Promise<RequestView> {
  return (await linkEarlierRequest({ path: { jit, request, earlier }, body: { relation }, throwOnError: true })).data;
}

export async function unfollow(jit: string, request: string, earlier: string): Promise<RequestView> {
  return (await unlinkEarlierRequest({ path: { jit, request, earlier }, throwOnError: true })).data;
}

export async function confirmProduction(
  jit: string,
  request: string,
  earlier: string,
  body: ProductionConfirmationForm,
): Promise<RequestView> {
  return (await confirmProductionRequest({ path: { jit, request, earlier }, body, throwOnError: true })).data;
}

export async function extend(
  jit: string,
  request: string,
  deadline: string,
  body: DeadlineExtensionForm,
): Promise<RequestView> {
  return (await extendRequestDeadline({ path: { jit, request, deadline }, body, throwOnError: true })).data;
}

export async function startDeadline(jit: string, request: string, body: DeadlineForm): Promise<RequestView> {
  return (await startRequestDeadline({ path: { jit, request }, body, throwOnError: true })).data;
}

export async function endDeadline(
  jit: string,
  request: string,
  deadline: string,
  body: DeadlineEndForm,
): Promise<RequestView> {
  return (await endRequestDeadline({ path: { jit, request, deadline }, body, throwOnError: true })).data;
}

export async function keep(jit: string, request: string, body: TextKeepingForm): Promise<RequestView> {
  return (await keepRequest({ path: { jit, request }, body, throwOnError: true })).data;
}
