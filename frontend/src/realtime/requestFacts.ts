/** Which queries a fact about a legal request makes stale. Part of the exhaustive table in facts.ts. */
import { keys } from '@/api/queries';
import type { FactKind } from './kinds';
import type { Touched } from './operationFacts';

const request: Touched = (jit) => keys.requests(jit);
/** Exhibits name the requests by which they came; the fact does not say which. */
const named: Touched = (jit) => [...keys.requests(jit), keys.exhibits(jit)];
const approval: Touched = (jit) => [...keys.requests(jit), keys.requiredApprovals(jit)];
const notice: Touched = (jit) => keys.interpolNotices(jit);

const hearing: Touched = (jit) => keys.hearings(jit);
/** Also the list of changed values, which is among the requests. */
const heard: Touched = (jit) => [...keys.hearings(jit), ...keys.requests(jit)];
const reassessed: Touched = (jit) => [...keys.admissibility(jit), ...keys.requests(jit)];

export const REQUEST_TOUCHES = {
  'notice.drafted': notice,
  'notice.changed': notice,
  'notice.check_answered': notice,
  'notice.moved': notice,
  'notice.sent': notice,
  'notice.hit_recorded': notice,
  'notice.challenged': notice,
  'notice.challenge_changed': notice,
  'notice.answer_near': notice,
  'notice.answer_missed': notice,
  'notice.review_due': notice,
  'notice.exhibit_linked': notice,
  'notice.exhibit_unlinked': notice,
  'notice.warrant_linked': notice,
  'notice.warrant_unlinked': notice,
  'notice.released': notice,
  'notice.recalled': notice,
  'notice.retained': notice,
  'notice.release_wanted': notice,
  'notice.recall_wanted': notice,
  'notice.release_given_up': notice,
  'request.drafted': request,
  'request.registered': request,
  'request.register_exported': () => [],
  'request.changed': named,
  'request.form_saved': request,
  'request.form_sent': request,
  'request.moved': request,
  'request.sent': request,
  'request.item_moved': request,
  'request.release_attested': request,
  'request.released': named,
  'request.recalled': named,
  'request.transmitted': request,
  'request.deadline_started': request,
  'request.deadline_changed': request,
  'request.deadline_ended': request,
  'request.deadline_near': request,
  'request.deadline_missed': request,
  'request.reference_changed': request,
  'request.reference_settled': request,
  'request.result_linked': named,
  'request.result_unlinked': named,
  'request.paper_added': request,
  'request.paper_removed': request,
  'request.linked': named,
  'request.unlinked': named,
  'request.production_confirmed': request,
  'request.retained': request,
  'request.release_wanted': request,
  'request.recall_wanted': request,
  'request.release_given_up': request,
  'request.approval_required': approval,
  'request.approval_lifted': approval,
  'hearing.created': hearing,
  'hearing.changed': heard,
  'hearing.deleted': heard,
  'hearing.exhibit_added': hearing,
  'hearing.exhibit_removed': hearing,
  'hearing.reference_changed': heard,
  'hearing.reference_settled': heard,
  'admissibility.reference_changed': reassessed,
  'admissibility.assessed': reassessed,
} satisfies Partial<Record<FactKind, Touched>>;
