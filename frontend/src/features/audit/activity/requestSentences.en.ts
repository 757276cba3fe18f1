/** Sentences of the activity feed about legal requests, notices and hearings. */
export const requestSentences = {
  'notice.drafted': '{actor} drafted notice {text_number}',
  'notice.changed': '{actor} changed notice {text_number}',
  'notice.check_answered': '{actor} answered a question of the checks of notice {text_number}',
  'notice.moved':
    '{actor} recorded that notice {text_number} is now “{noticeState_state}”[ ({noticeGround_ground})][: {text_reason}]',
  'notice.sent': '{actor} recorded that notice {text_number} was given to the bureau',
  'notice.hit_recorded': '{actor} recorded a hit of notice {text_number}[: {text_what}]',
  'notice.challenged': '{actor} recorded a challenge of notice {text_number}',
  'notice.challenge_changed': '{actor} changed the record of a challenge of notice {text_number}',
  'notice.answer_near': 'The answer to the CCF about notice {text_number} is due soon[, {when_due_at}]',
  'notice.answer_missed': 'The answer to the CCF about notice {text_number} is overdue[, {when_due_at}]',
  'notice.review_due': 'The review of notice {text_number} is due[ on {text_review_on}]',
  'notice.exhibit_linked': '{actor} linked {exhibitField} to notice {text_number}',
  'notice.exhibit_unlinked': '{actor} removed the link of {exhibitField} to notice {text_number}',
  'notice.warrant_linked': '{actor} linked notice {text_number} to the warrant request {text_request_number}',
  'notice.warrant_unlinked': '{actor} removed the link of notice {text_number} to {text_request_number}',
  'notice.released': '{actor} shared notice {text_number} with {party_party}',
  'notice.recalled': '{actor} ended the sharing of notice {text_number} with {party_party}',
  'notice.retained': '{actor} kept notice {text_number} until another review',
  'request.drafted': '{actor} drafted legal request {text_number}',
  'request.registered': '{actor} registered incoming legal request {text_number}',
  'request.register_exported': '{actor} exported the register of requests',
  'request.changed': '{actor} changed legal request {text_number}',
  'request.form_saved': '{actor} saved the form of legal request {text_number}',
  'request.form_sent':
    '{actor} recorded that a form that follows legal request {text_number} was sent[: {text_reason}]',
  'request.moved': '{actor} recorded that legal request {text_number} is now “{requestState_state}”[: {text_reason}]',
  'request.sent': '{actor} recorded that legal request {text_number} is now “{requestState_state}”',
  'request.item_moved':
    '{actor} recorded that item {text_item_number} of legal request {text_number} is now “{requestItemState_state}”[ ({text_ground})][: {text_reason}]',
  'request.release_attested':
    '{actor} attested the necessity of sharing legal request {text_number} with {party_party}[ ({requestLevel_level})]',
  'request.released': '{actor} shared legal request {text_number} with {party_party}[ ({requestLevel_level})]',
  'request.recalled':
    '{actor} ended the sharing of legal request {text_number} with {party_party}[ ({requestLevel_level})]',
  'request.release_wanted':
    '{actor} proposed to share legal request {text_number} with {party_party}[ ({requestLevel_level})]; another leader confirms it',
  'request.recall_wanted':
    '{actor} proposed to end the sharing of legal request {text_number} with {party_party}; another leader confirms it',
  'request.approval_required':
    '{actor} required the approval of {text_approver} for legal request {text_number}[: {text_reason}]',
  'request.approval_lifted':
    '{actor} lifted the required approval of {text_approver} for legal request {text_number}[: {text_reason}]',
  'request.release_given_up':
    '{actor} gave up the proposal about sharing legal request {text_number} with {party_party}',
  'notice.release_wanted':
    '{actor} proposed to share notice {text_number} with {party_party}; another leader confirms it',
  'notice.recall_wanted':
    '{actor} proposed to end the sharing of notice {text_number} with {party_party}; another leader confirms it',
  'notice.release_given_up': '{actor} gave up the proposal about sharing notice {text_number} with {party_party}',
  'request.transmitted':
    '{actor} recorded a step of transmission of legal request {text_number}[: {text_authority}][ ({requestReceipt_receipt})]',
  'request.deadline_started':
    '{actor} started a deadline of legal request {text_number}[, item {text_item_number}][: {deadline_rule}][, due {when_due_at}]',
  'request.deadline_changed':
    '{actor} changed a deadline of legal request {text_number}[, item {text_item_number}][: {deadline_rule}][ ({deadlineChange_change})][, due {when_due_at}]',
  'request.deadline_ended':
    '{actor} ended a deadline of legal request {text_number}[, item {text_item_number}][: {deadline_rule}][ ({deadlineEnd_outcome})]',
  'request.deadline_near':
    'A deadline of legal request {text_number}[, item {text_item_number},] is near[: {deadline_rule}][, due {when_due_at}]',
  'request.deadline_missed':
    'A deadline of legal request {text_number}[, item {text_item_number},] has passed[: {deadline_rule}][, due {when_due_at}]',
  'request.reference_changed':
    'A reference value changed on which legal request {text_number} relied[: {text_reference_value}]',
  'request.reference_settled':
    '{actor} decided about a changed reference value of legal request {text_number}[: {text_reference_value}][ ({useDecision_decision})]',
  'request.result_linked': '{actor} linked {exhibitField} as a result of legal request {text_number}',
  'request.result_unlinked': '{actor} removed the result {exhibitField} from legal request {text_number}',
  'request.paper_added': '{actor} added the paper {exhibitField} to legal request {text_number}',
  'request.paper_removed': '{actor} removed the paper {exhibitField} from legal request {text_number}',
  'request.linked': '{actor} linked legal request {text_number} to the earlier {text_earlier_number}',
  'request.unlinked': '{actor} removed the link of legal request {text_number} to {text_earlier_number}',
  'request.production_confirmed':
    '{actor} recorded that the addressee of {text_earlier_number} was told of legal request {text_number}',
  'request.retained': '{actor} kept legal request {text_number} until another review',
  'hearing.created': '{actor} created the hearing {text_title}[, {when_held_at}]',
  'hearing.changed': '{actor} changed the hearing {text_title}',
  'hearing.deleted': '{actor} deleted the hearing {text_title}[: {text_reason}]',
  'hearing.exhibit_added': '{actor} added {exhibitField} to the hearing {text_title}',
  'hearing.exhibit_removed': '{actor} removed {exhibitField} from the hearing {text_title}',
  'hearing.reference_changed':
    'A value of the country card changed on which a hearing relied[: {text_reference_value}]',
  'hearing.reference_settled':
    '{actor} decided about a value of the country card for a hearing[: {text_reference_value}][ ({useDecision_decision})]',
  'admissibility.reference_changed':
    'A value of the country card changed on which an assessment of {exhibitField} relied[: {text_reference_value}]',
};
