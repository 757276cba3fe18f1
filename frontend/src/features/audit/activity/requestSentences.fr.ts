import type { requestSentences as source } from './requestSentences.en';

/** Sentences of the activity feed about legal requests, notices and hearings. */
export const requestSentences = {
  'notice.drafted': '{actor} a rédigé la notice {text_number}',
  'notice.changed': '{actor} a modifié la notice {text_number}',
  'notice.check_answered': '{actor} a répondu à une vérification de la notice {text_number}',
  'notice.moved':
    '{actor} a inscrit l’état « {noticeState_state} » de la notice {text_number}[ ({noticeGround_ground})][ : {text_reason}]',
  'notice.sent': '{actor} a inscrit la remise de la notice {text_number} au bureau',
  'notice.hit_recorded': '{actor} a inscrit une découverte pour la notice {text_number}[ : {text_what}]',
  'notice.challenged': '{actor} a inscrit une contestation de la notice {text_number}',
  'notice.challenge_changed': '{actor} a modifié le suivi d’une contestation de la notice {text_number}',
  'notice.answer_near': 'La réponse à la CCF sur la notice {text_number} est bientôt attendue[, le {when_due_at}]',
  'notice.answer_missed': 'La réponse à la CCF sur la notice {text_number} est en retard[, attendue le {when_due_at}]',
  'notice.review_due': 'Le réexamen de la notice {text_number} arrive à échéance[ le {text_review_on}]',
  'notice.exhibit_linked': '{actor} a rattaché {exhibitField} à la notice {text_number}',
  'notice.exhibit_unlinked': '{actor} a retiré {exhibitField} de la notice {text_number}',
  'notice.warrant_linked':
    '{actor} a lié la notice {text_number} à la demande {text_request_number}, fondée sur le mandat',
  'notice.warrant_unlinked': '{actor} a retiré le lien de la notice {text_number} avec {text_request_number}',
  'notice.released': '{actor} a communiqué la notice {text_number} à {party_party}',
  'notice.recalled': '{actor} a retiré à {party_party} la communication de la notice {text_number}',
  'notice.retained': '{actor} a conservé la notice {text_number} jusqu’au prochain réexamen',
  'request.drafted': '{actor} a rédigé la demande d’entraide {text_number}',
  'request.registered': '{actor} a enregistré la demande d’entraide reçue {text_number}',
  'request.register_exported': '{actor} a exporté le répertoire des demandes',
  'request.changed': '{actor} a modifié la demande d’entraide {text_number}',
  'request.form_saved': '{actor} a enregistré le formulaire de la demande d’entraide {text_number}',
  'request.form_sent':
    '{actor} a consigné l’envoi d’un formulaire qui fait suite à la demande d’entraide {text_number}[ : {text_reason}]',
  'request.moved':
    '{actor} a inscrit l’état « {requestState_state} » de la demande d’entraide {text_number}[ : {text_reason}]',
  'request.sent': '{actor} a inscrit l’état « {requestState_state} » de la demande d’entraide {text_number}',
  'request.item_moved':
    '{actor} a inscrit l’état « {requestItemState_state} » de l’élément {text_item_number} de la demande d’entraide {text_number}[ ({text_ground})][ : {text_reason}]',
  'request.release_attested':
    '{actor} a attesté la nécessité de communiquer la demande d’entraide {text_number} à {party_party}[ ({requestLevel_level})]',
  'request.released':
    '{actor} a communiqué la demande d’entraide {text_number} à {party_party}[ ({requestLevel_level})]',
  'request.recalled':
    '{actor} a retiré à {party_party} la communication de la demande d’entraide {text_number}[ ({requestLevel_level})]',
  'request.release_wanted':
    '{actor} a proposé de communiquer la demande d’entraide {text_number} à {party_party}[ ({requestLevel_level})] ; un autre responsable confirme',
  'request.recall_wanted':
    '{actor} a proposé de retirer à {party_party} la communication de la demande d’entraide {text_number} ; un autre responsable confirme',
  'request.approval_required':
    '{actor} a exigé l’accord de {text_approver} pour la demande d’entraide {text_number}[ : {text_reason}]',
  'request.approval_lifted':
    '{actor} a levé l’accord exigé de {text_approver} pour la demande d’entraide {text_number}[ : {text_reason}]',
  'request.release_given_up':
    '{actor} a abandonné la proposition de communication à {party_party} de la demande d’entraide {text_number}',
  'notice.release_wanted':
    '{actor} a proposé de communiquer la notice {text_number} à {party_party} ; un autre responsable confirme',
  'notice.recall_wanted':
    '{actor} a proposé de retirer à {party_party} la communication de la notice {text_number} ; un autre responsable confirme',
  'notice.release_given_up':
    '{actor} a abandonné la proposition de communication à {party_party} de la notice {text_number}',
  'request.transmitted':
    '{actor} a inscrit une étape de transmission de la demande d’entraide {text_number}[ : {text_authority}][ ({requestReceipt_receipt})]',
  'request.deadline_started':
    '{actor} a ouvert un délai de la demande d’entraide {text_number}[, élément {text_item_number}][ : {deadline_rule}][, échéance {when_due_at}]',
  'request.deadline_changed':
    '{actor} a modifié un délai de la demande d’entraide {text_number}[, élément {text_item_number}][ : {deadline_rule}][ ({deadlineChange_change})][, échéance {when_due_at}]',
  'request.deadline_ended':
    '{actor} a clos un délai de la demande d’entraide {text_number}[, élément {text_item_number}][ : {deadline_rule}][ ({deadlineEnd_outcome})]',
  'request.deadline_near':
    'Une échéance de la demande d’entraide {text_number}[, élément {text_item_number},] est proche[ : {deadline_rule}][, le {when_due_at}]',
  'request.deadline_missed':
    'Un délai de la demande d’entraide {text_number}[, élément {text_item_number},] est dépassé[ : {deadline_rule}][, échéance {when_due_at}]',
  'request.reference_changed':
    'Une donnée de référence de la demande d’entraide {text_number} a changé[ : {text_reference_value}]',
  'request.reference_settled':
    '{actor} a statué sur une donnée de référence modifiée de la demande d’entraide {text_number}[ : {text_reference_value}][ ({useDecision_decision})]',
  'request.result_linked': '{actor} a rattaché {exhibitField} à la demande d’entraide {text_number}',
  'request.result_unlinked': '{actor} a retiré le résultat {exhibitField} de la demande d’entraide {text_number}',
  'request.paper_added': '{actor} a ajouté le document {exhibitField} à la demande d’entraide {text_number}',
  'request.paper_removed': '{actor} a retiré le document {exhibitField} de la demande d’entraide {text_number}',
  'request.linked': '{actor} a lié la demande d’entraide {text_number} à la demande antérieure {text_earlier_number}',
  'request.unlinked': '{actor} a retiré le lien de la demande d’entraide {text_number} avec {text_earlier_number}',
  'request.production_confirmed':
    '{actor} a consigné que le destinataire de {text_earlier_number} a été informé de la demande d’entraide {text_number}',
  'request.retained': '{actor} a conservé la demande d’entraide {text_number} jusqu’au prochain réexamen',
  'hearing.created': '{actor} a créé l’audience {text_title}[, {when_held_at}]',
  'hearing.changed': '{actor} a modifié l’audience {text_title}',
  'hearing.deleted': '{actor} a supprimé l’audience {text_title}[ : {text_reason}]',
  'hearing.exhibit_added': '{actor} a ajouté {exhibitField} à l’audience {text_title}',
  'hearing.exhibit_removed': '{actor} a retiré {exhibitField} de l’audience {text_title}',
  'hearing.reference_changed':
    'Une donnée de la fiche pays sur laquelle repose une audience a changé[ : {text_reference_value}]',
  'hearing.reference_settled':
    '{actor} a statué sur une donnée de la fiche pays pour une audience[ : {text_reference_value}][ ({useDecision_decision})]',
  'admissibility.reference_changed':
    'Une donnée de la fiche pays sur laquelle repose une appréciation de {exhibitField} a changé[ : {text_reference_value}]',
} satisfies Record<keyof typeof source, string>;
