/** Which queries a fact about a legal request makes stale. Part of the exhaustive table in facts.ts. */
import type { FactKind } from './frames';
import type { Touched } from './operationFacts';

/** No screen shows requests yet. */
const request: Touched = () => [];

export const REQUEST_TOUCHES = {
  'request.drafted': request,
  'request.registered': request,
  'request.changed': request,
  'request.form_saved': request,
  'request.moved': request,
  'request.sent': request,
  'request.item_moved': request,
  'request.released': request,
  'request.recalled': request,
  'request.transmitted': request,
  'request.deadline_started': request,
  'request.deadline_changed': request,
  'request.deadline_ended': request,
  'request.deadline_near': request,
  'request.deadline_missed': request,
  'request.result_linked': request,
  'request.result_unlinked': request,
  'request.paper_added': request,
  'request.paper_removed': request,
  'request.linked': request,
  'request.unlinked': request,
} satisfies Partial<Record<FactKind, Touched>>;
